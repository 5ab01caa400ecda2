"""The vocabulary every package speaks: frozen values and pure decisions, no I/O."""
