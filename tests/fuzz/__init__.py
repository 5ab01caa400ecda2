"""Fuzz targets: input that grows toward code not yet reached (atheris, a libFuzzer for Python)."""
