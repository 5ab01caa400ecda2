"""The score as lines for a terminal."""

from collections.abc import Iterator, Mapping

from tests.corpus.scoring import Score


def table(scores: Mapping[str, Score], floors: Mapping[str, float]) -> Iterator[str]:
    """A row for each field, a column for each part; accuracy for single values, F1 for lists, then the floors."""
    yield "".join((" " * 14, *(f"{name:>8}" for name in scores), f"{'floor':>8}{'precision':>11}{'recall':>8}"))
    whole = list(scores.values())[-1]
    for name in whole.figures():
        row = "".join(f"{score.figures()[name]:8.3f}" for score in scores.values())
        floor = f"{floors[name]:8.2f}" if name in floors else " " * 8
        retrieval = whole.lists.get(name)
        detail = f"{retrieval.precision:11.3f}{retrieval.recall:8.3f}" if retrieval else ""
        yield f"{name:14}{row}{floor}{detail}".rstrip()
    yield f"{'not there':14}" + "".join(f"{score.not_there:8}" for score in scores.values())
