"""An agency's own vocabulary: its words are read as ours are, and what is wrong with it is said with its line."""

from pathlib import Path

import pytest

from briefs.findings import Deliverable, Field
from extract.errors import BadVocabulary
from extract.own_words import own_words
from extract.reading import Extractor
from tests.extract.marked import mail


def _folder(path: Path, *lines: str) -> Path:
    (path / "house.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _things(extractor: Extractor, words: str) -> list[tuple[str, int | None, str]]:
    found = extractor.find(mail(words))
    values = [each.value for each in found if each.field is Field.DELIVERABLE]
    return [(value.item, value.quantity, value.job) for value in values if isinstance(value, Deliverable)]


def _problems(folder: Path) -> list[str]:
    with pytest.raises(BadVocabulary) as refused:
        own_words(folder)
    return list(refused.value.problems)


def test_a_noun_of_the_house_is_a_thing_to_be_made(tmp_path: Path, extractor: Extractor) -> None:
    words = "We need three zonkers and a gloop by Friday."
    own = Extractor(own_words(_folder(tmp_path, '{"label": "deliverable", "pattern": "zonker", "id": "signage"}')))

    assert ("zonkers", 3, "signage") not in _things(extractor, words)
    assert ("zonkers", 3, "signage") in _things(own, words)


def test_a_kind_of_job_of_the_house_may_be_named(tmp_path: Path) -> None:
    folder = _folder(tmp_path, '{"label": "deliverable", "patterns": ["bus side", "bus rear"], "id": "bus"}')
    own = Extractor(own_words(folder, ["bus"]))

    assert _things(own, "Please make two bus sides.") == [("bus sides", 2, "bus")]


def test_a_heading_of_the_house_leads_its_list(tmp_path: Path) -> None:
    own = Extractor(own_words(_folder(tmp_path, '{"label": "heading", "pattern": "zonk list", "id": "requirements"}')))

    found = own.find(mail("Zonk list:\n- logo top left\n- two colours at most\n\nThanks"))

    assert [each.quote for each in found if each.field is Field.REQUIREMENT] == ["logo top left", "two colours at most"]


def test_a_cue_of_the_house_tells_what_is_no_budget(tmp_path: Path, extractor: Extractor) -> None:
    own = Extractor(own_words(_folder(tmp_path, '{"label": "money.past", "pattern": "zonk round"}')))
    words = "The zonk round stood at $4,250 for this."

    assert own.find(mail(words)) == ()
    assert [each.quote for each in extractor.find(mail(words))] == ["$4,250"]


def test_a_word_of_ours_may_be_given_another_meaning_or_none(tmp_path: Path) -> None:
    folder = _folder(
        tmp_path,
        "# posters are printed matter here",
        '{"label": "deliverable", "pattern": "poster", "id": "flyer"}',
        '{"label": "deliverable", "pattern": "flyer", "id": null}',
    )
    own = Extractor(own_words(folder))

    assert _things(own, "We need two posters.") == [("posters", 2, "flyer")]
    assert all(job != "flyer" for _, _, job in _things(own, "We need two flyers."))


def test_a_pattern_of_tokens_is_matched(tmp_path: Path) -> None:
    pattern = '[{"LIKE_NUM": true}, {"LOWER": {"IN": ["zonk"]}, "OP": "+"}]'
    line = f'{{"label": "deliverable", "id": "video", "pattern": {pattern}}}'
    own = Extractor(own_words(_folder(tmp_path, line)))

    text = own.text(mail("A 30 zonk."))
    assert [term.id for term in text.terms_in(text.layout.sentences[0], "deliverable")] == ["video"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("zonk", "expected a JSON object on the line"),
        ('["zonk"]', "expected a JSON object on the line"),
        ('{"label": "deliverabel", "pattern": "zonk"}', "label: expected one of achieve, "),
        ('{"label": "deliverable", "pattern": "zonk", "id": "bus"}', "id: expected for deliverable one of banner, "),
        ('{"label": "deliverable", "pattern": "zonk", "id": ["logo"]}', "id: expected for deliverable one of banner, "),
        ('{"label": "modal", "pattern": "zonk", "kind": 1}', "kind: no such key; there are id, label, pattern"),
        ('{"label": "modal"}', "pattern: expected either pattern or patterns"),
        ('{"label": "modal", "pattern": "a", "patterns": ["b"]}', "pattern: expected either pattern or patterns"),
        ('{"label": "modal", "patterns": "zonk"}', "patterns: expected a list with at least one"),
        ('{"label": "modal", "pattern": " "}', "pattern: expected a phrase, or a list of token patterns"),
        ('{"label": "modal", "pattern": "have? got?"}', "pattern: no word of it must stand there"),
        ('{"label": "modal", "pattern": "' + "a|b " * 10 + '"}', "pattern: more than 500 spellings"),
        ('{"label": "modal", "pattern": "' + "a " * 13 + '"}', "pattern: more than 12 words"),
        ('{"label": "modal", "pattern": [{"POS": "VERB"}]}', "pattern: POS: nothing to ask of a token here"),
        ('{"label": "modal", "pattern": [{"LOWER": {"REGEX": "(a+)+"}}]}', "pattern: LOWER: expected a word or"),
        ('{"label": "modal", "pattern": [{"LIKE_NUM": "yes"}]}', "pattern: LIKE_NUM: expected true or false"),
        ('{"label": "modal", "pattern": [{"LOWER": "a", "OP": "many"}]}', "pattern: OP: expected one of ! ? + *"),
        ('{"label": "modal", "pattern": [{}, "a"]}', "pattern: expected a phrase, or a list"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_with_its_place(tmp_path: Path, line: str, problem: str) -> None:
    (told,) = _problems(_folder(tmp_path, '{"label": "modal", "pattern": "fine", "id": "not"}', "", line))

    assert told.startswith(f"house.jsonl:3: {problem}")


def test_all_problems_are_said_at_once(tmp_path: Path) -> None:
    assert len(_problems(_folder(tmp_path, "{", "[", "{}"))) == 3


def test_a_folder_that_is_missing_or_holds_nothing_says_so(tmp_path: Path) -> None:
    assert _problems(tmp_path) == [f"{tmp_path}: no file in it ends in .jsonl"]
    assert "No such file" in _problems(tmp_path / "none")[0]


def test_a_file_that_is_no_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "house.jsonl").write_bytes(b"\xff\xfe{")

    assert _problems(tmp_path)[0].startswith("house.jsonl: cannot be read: ")
