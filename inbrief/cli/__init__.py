"""The command line: `inbrief`. Each module beside this one holds the commands of one subject."""

from inbrief.cli.main import main

__all__ = ["main"]
