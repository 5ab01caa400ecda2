"""How fast inbrief is, always as a ratio to something measured in the same run: README.md says what and why."""
