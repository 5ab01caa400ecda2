"""Fitted weights: chances from signs, and no mail's names among them."""

import json
from pathlib import Path

import pytest

from extract import fitted as extract_fitted
from extract.fitted import Weights, fitted, forget
from extract.piece_signs import chances_of
from extract.pieces import pieces_of
from extract.reading import Extractor
from extract.signs import stems
from tests.corpus.marked import marked_lines
from tests.corpus.scoring import PARTS, cases
from tests.extract.marked import mail

_FOLDER = Path(__file__).parents[2] / "extract" / "weights"


def test_chances_add_up_to_one_and_follow_the_signs() -> None:
    model = Weights(("must", "none"), (0.0, 1.0), {"w:never": (2.0, -2.0)})

    chances = model.chances({"w:never": 1.0, "w:unheard of": 1.0})

    assert sum(chances.values()) == pytest.approx(1.0)
    assert chances["must"] > 0.9


def test_a_sign_that_nobody_has_seen_says_nothing() -> None:
    model = Weights(("must", "none"), (0.0, 0.0), {"w:never": (2.0, -1.0)})

    assert (model.says("w:never", "none"), model.says("w:unheard of", "none")) == (-1.0, 0.0)


def test_words_are_taken_by_their_stems() -> None:
    assert stems("Delivers 3 posters, delivered!") == ("deliver", "#", "poster", "deliver", "!")


@pytest.mark.parametrize("path", sorted(_FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_no_name_of_a_client_has_a_weight(path: Path) -> None:
    signs = json.loads(path.read_text("utf-8"))["weights"]
    words = {word for sign in signs for word in sign.partition(":")[2].split()}
    names = {part for case in cases(PARTS) for part in str(case.label["client"]).partition("@")[0].split(".") if part}
    plain = {stem for line in marked_lines() for stem in stems(line.mail.text)}

    assert {name for name in names if name in words and name not in plain} == set()


def test_weights_are_those_of_the_package() -> None:
    assert fitted("pieces").roles == ("aim", "must", "none")


def test_other_weights_are_heard_once_all_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a fit reads with weights of its own is not to be weighed with those of another."""
    extractor = Extractor()

    def chance() -> float:
        text = extractor.text(mail("No balloons on the cover."))
        return chances_of(text, pieces_of(text)[0])[0]["must"]

    installed = chance()
    others = {"roles": ["aim", "must", "none"], "bias": [0.0, -9.0, 9.0], "weights": {}}
    with monkeypatch.context() as patched:
        patched.setattr(extract_fitted, "weights", lambda name: others)
        forget()
        assert chance() < 0.01 < installed
    forget()

    assert chance() == installed
