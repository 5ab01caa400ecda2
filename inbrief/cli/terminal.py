"""What commands share: options, where to print, one JSON object a line."""

import json
import os
import sys
from collections.abc import Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

ConfigPath = Annotated[
    Path | None,
    typer.Option("--config", help="The settings; else INBRIEF_CONFIG, else ./config.yaml.", show_default=False),
]
AsJson = Annotated[bool, typer.Option("--json", help='One JSON object a line, with "v": 1.')]
ActingAs = Annotated[
    str, typer.Option("--as", help="The address of the person of the directory who acts; it is recorded.")
]


# --config may stand before the command too: inbrief --config PATH run.
BEFORE_THE_COMMAND: ContextVar[Path | None] = ContextVar("config before the command", default=None)


def config_path(given: Path | None) -> Path:
    """From the command's own --config, the one before the command, INBRIEF_CONFIG, or here."""
    return given or BEFORE_THE_COMMAND.get() or Path(os.environ.get("INBRIEF_CONFIG") or "config.yaml")


def out() -> Console:
    """A pipe has no width of its own: room for whole lines."""
    return Console(file=sys.stdout, highlight=False, width=None if sys.stdout.isatty() else 160)


def complain(sentence: str) -> None:
    Console(stderr=True, highlight=False, soft_wrap=True).print(f"inbrief: {sentence}", markup=False, style="red")


def print_json(row: Mapping[str, Any]) -> None:
    """Plain write: rich would wrap and colour what a program reads."""
    sys.stdout.write(json.dumps({"v": 1, **row}, ensure_ascii=False) + "\n")
