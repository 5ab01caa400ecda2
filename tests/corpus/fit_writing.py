"""Writes what was fitted to `extract/weights`, a line for each sign, so that a change can be read."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extract import weights

SMALL = 0.02  # a weight that says less is left out


def write(name: str, signs: Iterable[str], model: Any, digits: int) -> None:
    """`model` is scikit-learn's logistic regression of several classes, its columns those of `signs`."""
    lines = [
        f"    {json.dumps(str(sign), ensure_ascii=False)}: {json.dumps([round(each, digits) for each in column])}"
        for sign, column in sorted(zip(signs, model.coef_.T.tolist(), strict=True))
        if max(map(abs, column)) >= SMALL
    ]
    head = (
        f'{{\n  "fitted_by": "tests/corpus/fit_{name}.py",\n'
        f'  "roles": {json.dumps(model.classes_.tolist())},\n'
        f'  "bias": {json.dumps([round(each, digits) for each in model.intercept_.tolist()])},\n'
        '  "weights": {\n'
    )
    path = Path(weights.__file__).with_name(f"{name}.json")
    path.write_text(head + ",\n".join(lines) + "\n  }\n}\n", "utf-8")
