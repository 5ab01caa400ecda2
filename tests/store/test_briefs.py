"""A brief is numbered revisions; whoever acts has seen the newest, and every step says who and why."""

import threading

import pytest

from briefs.draft import BriefState, MessageRole, RevisionState
from briefs.messages import Outcome
from briefs.states import IllegalMove
from store import briefs, messages
from store.briefs import BriefRow
from store.database import Database, Transaction
from store.errors import NoSuch, NotAllowed, StaleRevision
from tests.store.samples import BANNERS, BUDGET, DUE, LATER, NOW, TONE, create, draft, one_brief, receive, seed

SAM = "sam@brightwater.example"


def propose(tx: Transaction, brief: BriefRow, based_on: int, message_id: int | None = None) -> int:
    return briefs.propose(
        tx, brief.id, (BUDGET, DUE), based_on=based_on, message_id=message_id, actor=SAM, reason="change", now=LATER
    )


def test_a_draft_becomes_a_brief_with_a_proposed_revision(database: Database) -> None:
    brief = one_brief(database)

    with database.reading() as tx:
        assert brief == briefs.get(tx, brief.id) == briefs.by_number(tx, 1)
        assert (brief.number, brief.state, brief.revision, brief.confirmed_revision) == (1, BriefState.DRAFT, 1, None)
        (revision,) = briefs.revisions(tx, brief.id)
        assert (revision.number, revision.state, revision.actor) == (1, RevisionState.PROPOSED, "inbrief")


def test_its_message_is_its_origin(database: Database) -> None:
    brief = one_brief(database)

    with database.reading() as tx:
        ((message, role),) = briefs.messages_of(tx, brief.id)
        assert (message.brief_ids, role) == ((brief.id,), MessageRole.ORIGIN)
        assert briefs.of_message(tx, message.id) == (brief,)


def test_a_client_that_nobody_knows_gets_a_brief_too(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        unknown = draft(BUDGET, client_id=None, brand_id=None)
        brief = briefs.create(tx, unknown, message_id=receive(tx), owner_id="sam", actor="inbrief", now=NOW)

        assert (brief.client_id, brief.brand_id, brief.client_address) == (None, None, "jo@northpeak.example")


def test_numbers_count_one_by_one_also_past_a_rollback(database: Database) -> None:
    def interrupted() -> None:
        with database.transaction() as tx:
            create(tx, receive(tx, "2"))
            raise KeyboardInterrupt

    one_brief(database)
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with database.transaction() as tx:
        assert create(tx, receive(tx, "3")).number == 2


def test_briefs_made_at_once_have_numbers_of_their_own(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
    ready = threading.Barrier(4)

    def work(name: str) -> None:
        ready.wait()
        for number in range(5):
            with database.transaction() as tx:
                create(tx, receive(tx, f"{name}{number}"))

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.reading() as tx:
        assert [brief.number for brief in briefs.list_briefs(tx)] == list(range(1, 21))


def test_a_confirmed_brief_has_confirmed_values(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        assert briefs.confirmed_values(tx, brief.id) == ()
        briefs.confirm(tx, brief.id, 1, actor=SAM, now=LATER)

    with database.reading() as tx:
        row = briefs.get(tx, brief.id)
        assert (row.state, row.confirmed_revision, row.updated_at) == (BriefState.CONFIRMED, 1, LATER)
        assert briefs.confirmed_values(tx, brief.id) == (BUDGET, DUE, BANNERS, TONE)
        (revision,) = briefs.revisions(tx, brief.id)
        assert (revision.state, revision.decided_by, revision.decided_at) == (RevisionState.CONFIRMED, SAM, LATER)


def test_confirming_twice_is_confirming_once(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        briefs.confirm(tx, brief.id, 1, actor=SAM, now=NOW)
        briefs.confirm(tx, brief.id, 1, actor="ana@brightwater.example", now=LATER)

        (revision,) = briefs.revisions(tx, brief.id)
        assert (revision.decided_by, revision.decided_at) == (SAM, NOW)
        assert len(briefs.moves(tx, brief.id)) == 1


@pytest.mark.parametrize("act", ["confirm", "reject", "set_state", "propose"])
def test_whoever_saw_an_older_revision_changes_nothing(database: Database, act: str) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        propose(tx, brief, 1)
        before = briefs.get(tx, brief.id), briefs.revisions(tx, brief.id), briefs.moves(tx, brief.id)

    def late(tx: Transaction) -> None:
        match act:
            case "confirm":
                briefs.confirm(tx, brief.id, 1, actor=SAM, now=LATER)
            case "reject":
                briefs.reject(tx, brief.id, 1, actor=SAM, reason="no", now=LATER)
            case "set_state":
                briefs.set_state(tx, brief.id, BriefState.ON_HOLD, revision=1, actor=SAM, reason="", now=LATER)
            case _:
                propose(tx, brief, 1)

    with database.transaction() as tx:
        with pytest.raises(StaleRevision) as told:
            late(tx)
        assert told.value.current == 2
        assert before == (briefs.get(tx, brief.id), briefs.revisions(tx, brief.id), briefs.moves(tx, brief.id))


def test_of_two_people_who_act_at_once_one_is_told(database: Database) -> None:
    brief = one_brief(database)
    ready, told = threading.Barrier(2), []

    def change() -> None:
        ready.wait()
        try:
            with database.transaction() as tx:
                propose(tx, brief, 1)
        except StaleRevision as error:
            told.append(error.current)

    threads = [threading.Thread(target=change) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.reading() as tx:
        assert (told, briefs.get(tx, brief.id).revision) == ([2], 2)


def test_a_change_is_a_proposed_revision_of_a_confirmed_brief(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        briefs.confirm(tx, brief.id, 1, actor=SAM, now=NOW)
        mail = receive(tx, "2")

        assert propose(tx, brief, 1, mail) == 2
        row = briefs.get(tx, brief.id)
        assert (row.state, row.revision, row.confirmed_revision) == (BriefState.CONFIRMED, 2, 1)
        assert briefs.values(tx, brief.id) == (BUDGET, DUE)
        assert briefs.confirmed_values(tx, brief.id) == (BUDGET, DUE, BANNERS, TONE)
        assert [role for _, role in briefs.messages_of(tx, brief.id)] == [MessageRole.ORIGIN, MessageRole.CHANGE]
        assert briefs.revisions(tx, brief.id)[1].based_on == 1


def test_a_confirmed_change_leaves_the_job_where_it_is(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        briefs.confirm(tx, brief.id, 1, actor=SAM, now=NOW)
        briefs.set_state(tx, brief.id, BriefState.OPENED, revision=1, actor=SAM, reason="job 4711", now=NOW)
        propose(tx, brief, 1)
        briefs.confirm(tx, brief.id, 2, actor=SAM, now=LATER)

        row = briefs.get(tx, brief.id)
        assert (row.state, row.confirmed_revision) == (BriefState.OPENED, 2)


def test_a_declined_change_leaves_what_was_confirmed(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        briefs.confirm(tx, brief.id, 1, actor=SAM, now=NOW)
        propose(tx, brief, 1)
        briefs.reject(tx, brief.id, 2, actor=SAM, reason="out of scope", now=LATER)

        row = briefs.get(tx, brief.id)
        assert (row.state, row.revision, row.confirmed_revision) == (BriefState.CONFIRMED, 2, 1)
        assert briefs.values(tx, brief.id) == (BUDGET, DUE, BANNERS, TONE)
        declined = briefs.revisions(tx, brief.id)[1]
        assert (declined.state, declined.decided_reason) == (RevisionState.DECLINED, "out of scope")


def test_a_rejected_draft_still_shows_what_it_held(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        briefs.reject(tx, brief.id, 1, actor=SAM, reason="spam", now=LATER)

        assert briefs.get(tx, brief.id).state is BriefState.REJECTED
        assert briefs.values(tx, brief.id) == (BUDGET, DUE, BANNERS, TONE)


def test_what_was_declined_is_not_confirmed(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        briefs.confirm(tx, brief.id, 1, actor=SAM, now=NOW)
        propose(tx, brief, 1)
        briefs.reject(tx, brief.id, 2, actor=SAM, reason="", now=NOW)

        with pytest.raises(NotAllowed, match="revision 2 was already declined"):
            briefs.confirm(tx, brief.id, 2, actor=SAM, now=LATER)


def test_a_brief_that_ended_is_not_confirmed(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        briefs.set_state(tx, brief.id, BriefState.CANCELLED, revision=1, actor=SAM, reason="", now=NOW)

        with pytest.raises(IllegalMove, match="cancelled cannot become confirmed"):
            briefs.confirm(tx, brief.id, 1, actor=SAM, now=LATER)


def test_an_overtaken_proposal_stays_as_it_was(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        propose(tx, brief, 1)
        briefs.confirm(tx, brief.id, 2, actor=SAM, now=LATER)

        states = [revision.state for revision in briefs.revisions(tx, brief.id)]
        assert states == [RevisionState.PROPOSED, RevisionState.CONFIRMED]


def test_every_step_says_who_and_why(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        briefs.confirm(tx, brief.id, 1, actor=SAM, now=NOW)
        briefs.set_state(tx, brief.id, BriefState.ON_HOLD, revision=1, actor=SAM, reason="no PO", now=LATER)

        assert [(step.before, step.after, step.actor, step.reason) for step in briefs.moves(tx, brief.id)] == [
            (BriefState.DRAFT, BriefState.CONFIRMED, SAM, ""),
            (BriefState.CONFIRMED, BriefState.ON_HOLD, SAM, "no PO"),
        ]


def test_a_step_the_state_does_not_allow_is_refused(database: Database) -> None:
    brief = one_brief(database)

    with database.transaction() as tx, pytest.raises(IllegalMove, match="draft cannot become released"):
        briefs.set_state(tx, brief.id, BriefState.RELEASED, revision=1, actor=SAM, reason="", now=NOW)


def test_a_message_keeps_the_first_role_it_was_given(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        ((message, _),) = briefs.messages_of(tx, brief.id)
        briefs.link(tx, message.id, brief.id, MessageRole.MENTION)

        assert [role for _, role in briefs.messages_of(tx, brief.id)] == [MessageRole.ORIGIN]


def test_a_message_may_make_several_briefs(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        id = receive(tx)
        first, second = create(tx, id, BUDGET), create(tx, id, BANNERS)

        assert messages.get(tx, id).brief_ids == (first.id, second.id)
        assert briefs.of_message(tx, id) == (first, second)


def test_briefs_are_listed_by_state(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        other = create(tx, receive(tx, "2"))
        briefs.confirm(tx, brief.id, 1, actor=SAM, now=NOW)

        assert [row.id for row in briefs.list_briefs(tx)] == [brief.id, other.id]
        assert [row.id for row in briefs.list_briefs(tx, {BriefState.DRAFT})] == [other.id]
        assert briefs.list_briefs(tx, set()) == ()


def test_a_brief_that_is_not_there_is_named(database: Database) -> None:
    with database.reading() as tx:
        for ask in (briefs.get, briefs.by_number, briefs.values, briefs.confirmed_values):
            with pytest.raises(NoSuch, match="there is no brief 17"):
                ask(tx, 17)


def test_acting_on_a_brief_that_is_not_there_names_it(database: Database) -> None:
    with database.transaction() as tx, pytest.raises(NoSuch, match="there is no brief 17"):
        briefs.confirm(tx, 17, 1, actor=SAM, now=NOW)


def test_a_whole_outcome_is_kept_or_nothing(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        id = receive(tx)

    def interrupted() -> None:
        with database.transaction() as tx:
            create(tx, id)
            messages.finish(tx, id, Outcome.BRIEF, "", NOW)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with database.reading() as tx:
        assert (messages.waiting(tx), briefs.list_briefs(tx)) == ((id,), ())
