"""Train, evaluate and export the reader's model. Needs torch and what README.md names; nothing here ships."""
