"""Table rows of documents to lines."""

from collections.abc import Iterator


def row_lines(cells: list[str]) -> Iterator[str]:
    """A row of two as `label: value`, a wider one with tabs; a cell of several lines stands on its own lines."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled:
        return
    if any("\n" in cell for cell in filled[:-1]) or (len(filled) == 1):
        for cell in filled:
            yield from cell.split("\n")
        return
    head, *rest = filled[-1].split("\n")
    if len(filled) == 2 and len(filled[0]) <= 60 and filled[0][-1] not in ".!,;":
        label = filled[0] if filled[0][-1] in ":?" else f"{filled[0]}:"
        yield f"{label} {head}"
    else:
        yield "\t".join([*filled[:-1], head])
    yield from rest
