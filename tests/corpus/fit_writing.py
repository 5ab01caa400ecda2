"""Writes what was fitted to `extract/weights`, a line for each sign, so that a change can be read."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from extract import weights

SMALL = 0.02  # a weight that says less is left out


def numbers(signs: Iterable[str], model: Any, digits: int) -> dict[str, Any]:
    """What `extract.fitted` reads. `model` is scikit-learn's logistic regression, its columns those of `signs`."""
    columns, bias = model.coef_.T.tolist(), model.intercept_.tolist()
    if len(model.classes_) == 2:  # it keeps one column for both
        columns, bias = [[-each[0] / 2, each[0] / 2] for each in columns], [-bias[0] / 2, bias[0] / 2]
    return {
        "roles": model.classes_.tolist(),
        "bias": [round(each, digits) for each in bias],
        "weights": {
            str(sign): [round(each, digits) for each in column]
            for sign, column in sorted(zip(signs, columns, strict=True))
            if max(map(abs, column)) >= SMALL
        },
    }


def write(name: str, fitted: Mapping[str, Any]) -> None:
    signs = fitted["weights"].items()
    lines = [f"    {json.dumps(sign, ensure_ascii=False)}: {json.dumps(column)}" for sign, column in signs]
    head = (
        f'{{\n  "fitted_by": "tests/corpus/fit_{name}.py",\n'
        f'  "roles": {json.dumps(fitted["roles"])},\n'
        f'  "bias": {json.dumps(fitted["bias"])},\n'
        '  "weights": {\n'
    )
    path = Path(weights.__file__).with_name(f"{name}.json")
    path.write_text(head + ",\n".join(lines) + "\n  }\n}\n", "utf-8")
