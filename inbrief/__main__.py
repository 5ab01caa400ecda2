"""`python -m inbrief` is `inbrief`."""

from inbrief.cli import main

main()
