"""Train, evaluate and export the reader's model. Needs the ``training`` dependency group (torch); nothing here ships."""
