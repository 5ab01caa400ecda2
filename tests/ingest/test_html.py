"""Pages to lines: what a person sees, with quotes, lists, tables and struck-out words known."""

import pytest

from ingest.html import read_html
from ingest.lines import Mark


def lines(markup: str) -> list[str]:
    return [line.text for line in read_html(markup).lines]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One</p><p>Two</p>", ["One", "", "Two"]),
        ("<div>One</div><div>Two</div>", ["One", "Two"]),
        ("<div>One</div><div><br></div><div>Two</div>", ["One", "", "Two"]),
        ("One<br>Two<br><br>Three", ["One", "Two", "", "Three"]),
        ("<p class=MsoNormal>One</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>Two</p>", ["One", "", "Two"]),
        ("<p>a\n   b&nbsp;<b>c</b><i>d</i></p>", ["a b cd"]),
        ("<ul><li>One</li><li>Two<ul><li>Three</li></ul></li></ul>", ["- One", "- Two", "- Three"]),
        ("<ol><li>One</li><li>Two</li></ol>", ["1. One", "2. Two"]),
        ('<ol start="4"><li>One</li></ol>', ["4. One"]),
        ("<pre>a  b\n c</pre>", ["a  b", " c"]),
        ('<a href="https://x.example/long">brief</a>', ["brief"]),
        ("<p>Shown</p><style>p{}</style><script>x</script><title>t</title>", ["Shown"]),
        ("&pound;10,000 &#8212; net", ["£10,000 — net"]),
    ],
)
def test_blocks_and_lists_are_lines(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<table><tr><td>Budget</td><td>$5,000</td></tr></table>", ["Budget: $5,000"]),
        ("<table><tr><th>Budget:</th><td><p>$5,000</p></td></tr></table>", ["Budget: $5,000"]),
        ("<table><tr><td>Item</td><td>Qty</td><td>Size</td></tr></table>", ["Item\tQty\tSize"]),
        ("<table><tr><td><img></td><td>News</td></tr></table>", ["News"]),
        ("<table><tr><td><table><tr><td>A</td></tr></table></td><td>B</td></tr></table>", ["A", "", "B"]),
        ("<table><tr><td>We need this.</td><td>Soon.</td></tr></table>", ["We need this.\tSoon."]),
        (
            "<table><tr><td>Needs</td><td><ul><li>One</li><li>Two</li></ul></td></tr></table>",
            ["Needs:", "- One", "- Two"],
        ),
    ],
)
def test_a_row_of_data_is_a_line(markup: str, expected: list[str]) -> None:
    assert [line for line in lines(markup) if line or "" in expected] == expected


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">preheader</div>',
        '<div style="display: none !important">preheader</div>',
        '<span style="font-size:0px">preheader</span>',
        '<div style="max-height:0;overflow:hidden">preheader</div>',
        '<div style="mso-hide:all">preheader</div>',
        '<span style="visibility:hidden">preheader</span>',
        "<div hidden>preheader</div>",
        '<div style="height:0;overflow:hidden">preheader</div>',
        '<div style="opacity:0.0">preheader</div>',
        '<div style="max-height:0.0px">preheader</div>',
        '<div style="text-indent:-9999px">preheader</div>',
        '<div style="position:absolute;left:-9999px">preheader</div>',
        '<span style="color:white;background-color:#fff">preheader</span>',
        "<!-- preheader -->",
        "<!--[if mso]>preheader<![endif]-->",
    ],
)
def test_what_nobody_sees_is_left_out(hidden: str) -> None:
    assert lines(f"{hidden}<p>Shown</p>") == ["Shown"]


@pytest.mark.parametrize(
    "seen",
    [
        '<td style="background:#003366"><span style="color:#fff">Shown</span></td>',
        '<p style="opacity:0.9;max-height:0.5em;height:0.1em">Shown</p>',
        '<p style="text-indent:-18pt;line-height:0">Shown</p>',
    ],
)
def test_what_somebody_may_see_is_kept(seen: str) -> None:
    assert lines(seen) == ["Shown"]


def test_a_numbered_item_may_set_its_number() -> None:
    assert lines("<ol><li value=5>One</li><li>Two</li></ol>") == ["5. One", "6. Two"]


def test_words_within_type_of_no_size_are_seen_when_they_have_a_size() -> None:
    assert lines('<td style="font-size:0px">gap<div style="font-size:13px">Shown</div></td>') == ["Shown"]


@pytest.mark.parametrize("tag", ["s", "strike", "del"])
def test_struck_out_words_keep_their_place(tag: str) -> None:
    rendered = read_html(f"<p>three <{tag}>red</{tag}> banners</p>")

    assert [rendered.text[start:end] for start, end in rendered.struck] == ["red"]


def test_words_struck_by_style_are_struck() -> None:
    rendered = read_html('<p>a <span style="text-decoration: line-through">b</span> c</p>')

    assert [rendered.text[start:end] for start, end in rendered.struck] == ["b"]


@pytest.mark.parametrize(
    ("markup", "depth"),
    [
        ("<blockquote>x</blockquote>", 1),
        ('<blockquote type="cite"><blockquote type="cite">x</blockquote></blockquote>', 2),
        ('<blockquote class="gmail_quote" style="border-left:1px solid">x</blockquote>', 1),
        ('<blockquote style="margin:0 0 0 40px;border:none;padding:0px">x</blockquote>', 0),
    ],
)
def test_a_quoting_block_deepens_its_lines_and_an_indented_paragraph_does_not(markup: str, depth: int) -> None:
    assert read_html(markup).lines[0].depth == depth


def test_quote_marks_in_a_page_made_of_plain_text_are_taken_off() -> None:
    rendered = read_html("<div>a</div><div>&gt; b</div><div>&gt; c</div>")

    assert [(line.depth, line.text) for line in rendered.lines] == [(0, "a"), (1, "b"), (1, "c")]


def test_small_and_coloured_lines_are_marked() -> None:
    rendered = read_html(
        '<p style="font-size:7pt">small</p><p><span style="color:red">red</span></p>'
        '<p>a <font color="#f00">b</font></p>'
        '<p style="color:#777">grey</p>'
    )

    marks = [line.marks & (Mark.SMALL | Mark.COLOURED) for line in rendered.lines if line.text]
    assert marks == [Mark.SMALL, Mark.COLOURED, Mark.NONE, Mark.NONE]


def test_every_lines_place_is_its_place_in_the_text() -> None:
    rendered = read_html("<p>a</p><ul><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table>")

    assert all(rendered.text[line.start : line.end] == line.text for line in rendered.lines)


def test_a_list_beside_its_label_stands_under_it() -> None:
    page = read_html("<table><tr><td>Deliverables</td><td><ul><li>3 banners</li><li>a page</li></ul></td></tr></table>")

    assert page.text == "Deliverables:\n- 3 banners\n- a page"


def test_an_empty_cell_of_a_grid_makes_no_label() -> None:
    page = read_html(
        "<table><tr><th>Item</th><th>Size</th><th>Due</th></tr><tr><td>Page</td><td></td><td>June 19</td></tr></table>"
    )

    assert page.text == "Item\tSize\tDue\nPage\tJune 19"


def test_an_empty_column_between_label_and_value_is_no_grid() -> None:
    page = read_html(
        "<table><tr><td>Budget</td><td>&nbsp;</td><td>$6,000</td></tr>"
        "<tr><td>Due</td><td>&nbsp;</td><td>June 19</td></tr></table>"
    )

    assert page.text == "Budget: $6,000\nDue: June 19"


def test_a_definition_follows_its_term() -> None:
    page = read_html("<dl><dt>Budget</dt><dd>$6,000</dd><dt>Due:</dt><dd>June 12</dd></dl>")

    assert page.text == "Budget: $6,000\nDue: June 12"


@pytest.mark.parametrize("end", ["\n", "\r\n", "&#13;", "\u2028", "\x85", "\x0b", "&#12;"])
def test_every_kind_of_line_end_in_set_text_ends_a_line(end: str) -> None:
    page = read_html(f"<pre>&gt; Three banners{end}&gt; by June 12</pre>")

    assert [line.text for line in page.lines] == ["Three banners", "by June 12"]


@pytest.mark.parametrize("empty", ["<td></td>", "<td> &nbsp;</td>", "<td><br></td>", "<td><p></p></td>"])
def test_a_row_ends_with_its_last_cell_also_when_that_is_empty(empty: str) -> None:
    rendered = read_html(
        f"<table><tr><td>Budget</td><td>$6,000</td>{empty}</tr><tr><td>Due</td><td>May 4</td></tr></table>"
    )

    assert rendered.text == "Budget: $6,000\nDue: May 4"
