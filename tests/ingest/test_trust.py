"""Only our own border's verdict on an author is believed, and only where no stranger can have written it."""

import pytest

from ingest.reading import read_message
from ingest.settings import Trust
from tests.ingest.reading_help import ARRIVED

BORDER = Trust(authserv_id="mx.brightwater.example")
MICROSOFT = Trust.model_validate("microsoft365")
RECEIVED = "Received: from mail.peer.example (mail.peer.example [192.0.2.7]) by mx.brightwater.example with ESMTPS; x\n"
INNER = "Received: from mx.brightwater.example by store.brightwater.example with LMTP; x\n"
PASSED = "Authentication-Results: mx.brightwater.example; dmarc=pass header.from=brightwater.example\n"
SAM = "From: Sam Ortiz <sam@brightwater.example>\n"


def vouched(head: str, trust: Trust | None = BORDER, author: str = SAM) -> str:
    content = f"{head}{author}To: intake@brightwater.example\nSubject: Re: Draft brief 1\n\nIt is Dana.\n"
    return read_message(content.replace("\n", "\r\n").encode(), ARRIVED, trust=trust).vouched


@pytest.mark.parametrize(
    ("results", "how"),
    [
        ("dmarc=pass (p=REJECT) header.from=brightwater.example", "dmarc"),
        ("spf=pass smtp.mailfrom=x@bounce.example; dmarc=pass header.from=brightwater.example", "dmarc"),
        ("dkim=pass (2048-bit key) header.d=brightwater.example header.s=k1 header.b=abc", "dkim"),
        ("dkim=pass header.i=@brightwater.example; spf=fail smtp.mailfrom=bounce.example", "dkim"),
        ("dkim=none; dmarc=none; spf=pass smtp.mailfrom=sam@brightwater.example", "spf"),
        ("dkim=fail header.d=brightwater.example; dkim=pass header.d=brightwater.example", "dkim"),
    ],
)
def test_what_passed_for_the_authors_own_domain_vouches(results: str, how: str) -> None:
    assert vouched(f"Authentication-Results: mx.brightwater.example;\n {results}\n{RECEIVED}") == how


@pytest.mark.parametrize(
    "results",
    [
        "none",
        "dmarc=fail header.from=brightwater.example",
        "dkim=pass header.d=brightwater.example; dmarc=fail header.from=brightwater.example",
        "dmarc=pass header.from=elsewhere.example",
        "dkim=pass header.d=elsewhere.example",
        "dkim=pass header.d=mail.brightwater.example",
        "dkim=pass header.d=evilbrightwater.example",
        "dkim=pass header.d=example",
        "spf=pass smtp.mailfrom=sam@elsewhere.example",
        "spf=pass smtp.helo=brightwater.example",
        "auth=pass smtp.auth=sam",
        "dmarc=",
        "dmarc pass",
    ],
)
def test_anything_else_vouches_for_nobody(results: str) -> None:
    assert vouched(f"Authentication-Results: mx.brightwater.example; {results}\n{RECEIVED}") == ""


def test_a_signature_of_the_domain_above_speaks_for_a_mailbox_below_it() -> None:
    signed = "Authentication-Results: mx.brightwater.example; dkim=pass header.d=brightwater.example\n"

    assert vouched(signed + RECEIVED, author="From: sam@mail.brightwater.example\n") == "dkim"


def test_a_strangers_field_below_our_received_is_not_believed() -> None:
    assert vouched(RECEIVED + PASSED) == ""


def test_a_strangers_received_in_our_name_does_not_move_the_border() -> None:
    assert vouched(RECEIVED + PASSED + RECEIVED) == ""


def test_another_servers_verdict_is_not_believed() -> None:
    foreign = PASSED.replace("mx.brightwater.example", "mx.elsewhere.example")

    assert vouched(foreign + RECEIVED) == ""


def test_a_name_that_only_begins_alike_is_another_server() -> None:
    assert vouched(PASSED.replace("mx.brightwater.example", "mx.brightwater.example.evil.example") + RECEIVED) == ""


def test_hops_behind_the_border_do_not_hide_its_verdict() -> None:
    assert vouched(INNER + PASSED + RECEIVED) == "dmarc"


def test_a_filter_on_the_border_that_hands_the_mail_back_does_not_hide_its_verdict() -> None:
    filtered = "Received: from localhost (localhost [127.0.0.1]) by mx.brightwater.example with ESMTP; x\n"

    assert vouched(filtered + PASSED + RECEIVED) == "dmarc"


@pytest.mark.parametrize("greeting", ["localhost", "[127.0.0.1]", "mx.brightwater.example"])
def test_a_stranger_who_greets_as_our_own_machine_does_not_move_the_border(greeting: str) -> None:
    received = f"Received: from {greeting} (evil.example [192.0.2.7]) by mx.brightwater.example with ESMTP; x\n"

    assert vouched(received + PASSED + RECEIVED) == ""


def test_googles_verdict_is_read_from_its_seal_which_stands_above_its_received() -> None:
    seal = "ARC-Authentication-Results: i=1; mx.google.com;\n dmarc=pass (p=NONE) header.from=brightwater.example\n"
    received = "Received: from mail.peer.example by mx.google.com with ESMTPS id x; x\n"

    assert vouched(
        "Received: by 2002:a05:6a10 with SMTP id y; x\n" + seal + received, Trust(authserv_id="mx.google.com")
    )


def test_without_a_received_of_its_own_only_what_stands_on_top_is_believed() -> None:
    other = RECEIVED.replace("by mx.brightwater.example", "by mx7.hosting.example")

    assert (vouched(PASSED + other), vouched(other + PASSED)) == ("dmarc", "")


def test_a_message_without_any_received_is_believed_nothing() -> None:
    assert vouched(PASSED) == ""


def test_a_mailbox_without_trust_believes_nobody() -> None:
    assert vouched(PASSED + RECEIVED, trust=None) == ""


@pytest.mark.parametrize(
    "author",
    [
        "From: sam@brightwater.example, eve@elsewhere.example\n",
        "From: sam@brightwater.example\nFrom: eve@elsewhere.example\n",
        "From: list@brightwater.example\nList-Id: <l>\nX-Original-From: Eve <eve@elsewhere.example>\n",
        "Sender: sam@brightwater.example\n",
    ],
)
def test_a_verdict_speaks_of_one_mailbox_in_from_and_of_nobody_else(author: str) -> None:
    assert vouched(PASSED + RECEIVED, author=author) == ""


def test_microsoft_365_stamps_mail_from_inside() -> None:
    assert vouched("X-MS-Exchange-Organization-AuthAs: Internal\n", MICROSOFT) == "internal"


@pytest.mark.parametrize(
    "stamps",
    [
        "",
        "X-MS-Exchange-Organization-AuthAs: Anonymous\n",
        "X-MS-Exchange-Organization-AuthAs: Internal\nX-MS-Exchange-Organization-AuthAs: Anonymous\n",
        PASSED + RECEIVED,
    ],
)
def test_without_one_such_stamp_microsoft_365_vouches_for_nobody(stamps: str) -> None:
    assert vouched(stamps, MICROSOFT) == ""


def test_a_stamp_is_not_believed_where_a_border_is_configured() -> None:
    assert vouched("X-MS-Exchange-Organization-AuthAs: Internal\n", BORDER) == ""
