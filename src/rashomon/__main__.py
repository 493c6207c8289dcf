"""``python -m rashomon`` is the command ``rashomon``."""

from rashomon.cli.main import main

main()
