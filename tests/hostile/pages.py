"""HTML: deep, wide, unclosed, hidden, full of what nobody sees."""

from tests.hostile.building import Build, bound, page, repeated

_OPENED = {
    "div": 50_000, "b": 50_000, "span": 50_000, "a": 20_000, "p": 20_000, "font": 20_000, "table": 5_000, "ul": 5_000,
    "ol": 5_000, "li": 20_000, "blockquote": 5_000, "pre": 5_000, "s": 20_000, "form": 5_000, "center": 20_000,
    "select": 5_000, "svg": 5_000, "math": 5_000, "template": 5_000, "style": 5_000, "script": 5_000, "title": 5_000,
    "textarea": 5_000, "dl": 5_000, "dd": 20_000, "frameset": 2_000, "iframe": 2_000, "object": 5_000, "o:p": 20_000,
    "x-y": 20_000, "td": 20_000, "tr": 20_000,
}  # fmt: skip
_REPEATED: dict[str, bytes] = {
    "less-than": b"<",
    "greater-than": b">",
    "ampersands": b"&",
    "numbers without end": b"&#",
    "huge numbers": b"&#99999999999;",
    "NUL entities": b"&#0;",
    "surrogate entities": b"&#xD800;",
    "no-break spaces": b"&nbsp;",
    "zero-width joiners": b"&zwnj;&#8203;&shy;",
    "opened comments": b"<!--",
    "closed comments": b"<!-- x -->",
    "conditional comments": b"<!--[if mso]>x<![endif]-->",
    "declarations": b"<!DOCTYPE html>",
    "CDATA": b"<![CDATA[x]]>",
    "instructions": b"<?php x ?>",
    "closed tags": b"</div>",
    "breaks": b"<br>",
    "rules": b"<hr>",
    "pictures": b"<img src=x>",
    "links": b'<a href="https://x.example/">x</a> ',
    "empty paragraphs": b"<p></p>",
    "spaced paragraphs": b"<p>&nbsp;</p>",
    "struck letters": b"<s>x</s>y",
    "hidden words": b'<span style="display:none">x</span>',
    "small words": b'<span style="font-size:1px">x</span> ',
    "options": b"<option>x",
    "quoted lines": b"&gt; x<br>",
    "NUL": b"\x00",
    "attributes without end": b"<p a='",
    "misnested": b"<b><i></b></i>",
    "words of one letter": b"<b>a</b>",
    "words with marks": "a\u0301\u200b".encode(),
}  # fmt: skip
_STYLES: dict[str, bytes] = {
    "of colons": b"color:" * 30_000,
    "of spaces": b"color" + b" " * 100_000 + b":red",
    "of digits": b"font-size:" + b"1" * 100_000,
    "of dots": b"font-size:1.2.3.4px",
    "of a huge number": b"font-size:1e999px;max-height:0;line-height:1e999",
    "of nan": b"font-size:nanpx;font-size:.;opacity:.",
    "of decoration": b"text-decoration" + b"-" * 50_000 + b":line-through",
    "of functions": b"color:rgb(" + b"9," * 20_000,
    "of escapes": b"display\\3a none;d\\69splay:none",
    "of comments": b"dis/**/play:none;" + b"/*" * 20_000,
    "of entities": b"display&#58;none",
    "of expressions": b"width:expression(alert(1));background:url(javascript:x)",
}  # fmt: skip

CASES: dict[str, Build] = {
    f"{count:,} opened {tag}": bound(page, b"<%s>x" % tag.encode() * count) for tag, count in _OPENED.items()
}
CASES |= {
    f"100 kB of {name}": bound(lambda piece: page(b"a" + repeated(piece) + b"z"), piece)
    for name, piece in _REPEATED.items()
}
CASES |= {
    f"style {name}": bound(page, b'<p style="' + style + b'">We need three banners</p>')
    for name, style in _STYLES.items()
}
CASES |= {
    "no markup": lambda: page(b"We need three banners"),
    "nothing": lambda: page(b""),
    "only a head": lambda: page(b"<html><head><title>x</title></head></html>"),
    "only a script": lambda: page(b"<script>document.write('x')</script>"),
    "wide row": lambda: page(b"<table><tr>" + b"<td>x</td>" * 20_000),
    "long table": lambda: page(b"<table>" + b"<tr><td>Budget<td>$5,000" * 10_000),
    "rows under a wide row": lambda: page(b"<table><tr>" + b"<td>a" * 3_000 + b"<tr><td>a<td>b" * 6_000),
    "tables nested in cells": lambda: page(b"<table><tr><td>" * 3_000 + b"x"),
    "tables in every cell": lambda: page(b"<table><tr>" + b"<td><table><tr><td>a<td>b</table>" * 5_000),
    "cells of lists": lambda: page(b"<table>" + b"<tr><td>Needs<td><ul><li>a<li>b</ul>" * 5_000),
    "spans of a million": lambda: page(b'<table><tr><td colspan="1000000" rowspan="1000000">x'),
    "terms": lambda: page(b"<dl>" + b"<dt>a<dd>b" * 10_000),
    "long term": lambda: page(b"<dl><dt>" + b"a " * 50_000 + b"<dd>b" * 2_000),
    "numbered from a million": lambda: page(
        b'<ol start="1000000"><li>x<li>y</ol><ol start="-5"><li>x</ol><ol start="x"><li>x'
    ),
    "attributes": lambda: page(b"<p " + b"a=b " * 50_000 + b">x</p>"),
    "one attribute of 1 MB": lambda: page(b'<p title="' + b"x" * 1_000_000 + b'">x</p>'),
    "class of 1 MB": lambda: page(b'<p class="' + b"quote " * 160_000 + b'">x</p>'),
    "a picture in the page": lambda: page(b'<img src="data:image/png;base64,' + b"A" * 1_000_000 + b'"><p>x'),
    "a style sheet of 1 MB": lambda: page(b"<style>" + b"p{color:red}" * 80_000 + b"</style><p>x"),
    "a script of 1 MB": lambda: page(b"<script>" + b"var x=1;" * 120_000 + b"</script><p>x"),
    "comment without end": lambda: page(b"x<!--" + b"-" * 100_000),
    "entities that grow": lambda: page(b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><p>&b;&b;'),
    "an entity from a file": lambda: page(b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&e;'),
    "XHTML": lambda: page(
        b'<?xml version="1.0" encoding="utf-16"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>x</p></body></html>'
    ),
    "two bodies": lambda: page(b"<html><body>one</body></html><html><body>two</body></html>"),
    "words after the end": lambda: page(b"<html><body>one</body></html>two"),
    "words in the head": lambda: page(b"<html><head>one</head>two"),
    "plain text in a page": lambda: page(b"a < b and b > c & d\r\n" * 2_000),
    "set text of 100,000 lines": lambda: page(b"<pre>" + b"x\r\n" * 100_000),
    "one word of 1 MB": lambda: page(b"<p>" + b"x" * 1_000_000),
    "a million short words": lambda: page(b"<p>" + b"x " * 1_000_000),
    "UTF-16 inside": lambda: page("<p>We need three banners</p>".encode("utf-16")),
    "NUL between letters": lambda: page(b"<\x00p\x00>\x00x\x00<\x00/\x00p\x00>"),
    "marked as edited": lambda: page(b"<p><del>old</del><ins>new</ins>" * 5_000),
    "everything hidden": lambda: page(b'<body style="display:none"><p>hidden</p>'),
    "quotes in quotes": lambda: page(b'<div class="gmail_quote"><blockquote class="gmail_quote">x' * 500),
    "attributions": lambda: page(
        b'<div class="gmail_attr">On Tue, 3 Mar 2026, Ana &lt;a@b.example&gt; wrote:<br></div>' * 1_000
    ),
}
