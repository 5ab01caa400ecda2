"""Questions in the trade's words."""

from briefs.needs import Need
from briefs.questions import Question
from notify.questions import question_for


def test_every_need_has_its_question() -> None:
    assert all(question_for(Question(need, ("flyer",))).endswith("?") for need in Need)


def test_things_are_named_as_people_list_them() -> None:
    assert question_for(Question(Need.SIZE, ("flyer", "poster"))) == "Which size or format for the flyer and poster?"
    assert (
        question_for(Question(Need.SIZE, ("flyer", "poster", "banner", "sign")))
        == "Which size or format for the flyer, poster and 2 more?"
    )
