"""Fitted numbers, as data: each file is written by the tool that its `fitted_by` names, never by hand."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def weights(name: str) -> dict[str, Any]:
    """The numbers of `NAME.json` beside this file; read once, when first asked for."""
    read: dict[str, Any] = json.loads(files(__package__).joinpath(f"{name}.json").read_text("utf-8"))
    return read
