"""Many names as one pattern find what a plain list of them finds."""

import re
from itertools import product

from extract.one_of import one_of

NAMES = ("may", "march", "mar", "june", "s/.", "s/", "big day")


def test_every_name_is_found_whole() -> None:
    pattern = re.compile(one_of(NAMES))

    assert [name for name in NAMES if not pattern.fullmatch(name)] == []


def test_the_longest_name_that_fits_is_found() -> None:
    pattern = re.compile(one_of(NAMES))
    plain = re.compile("|".join(map(re.escape, sorted(NAMES, key=len, reverse=True))))
    texts = [f"{one}{other} {one}" for one, other in product(NAMES, (*NAMES, "", "x", "ch"))]

    assert [pattern.findall(text) for text in texts] == [plain.findall(text) for text in texts]


def test_a_shorter_name_is_found_where_only_it_fits() -> None:
    assert re.fullmatch(rf"(?:{one_of(NAMES)})x", "marx")
