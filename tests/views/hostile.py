"""Texts that would do harm if they were taken for markup, and a dossier with one of them in every field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from onrecord import (
    Account,
    Actor,
    ActorId,
    ActorKind,
    Anchor,
    Aspect,
    Code,
    Description,
    Dossier,
    Event,
    EventId,
    Evidence,
    Factuality,
    Form,
    Identifier,
    Identity,
    Judgement,
    Link,
    LinkKind,
    Location,
    LocationId,
    Name,
    Participant,
    ParticipantRole,
    Point,
    Quantity,
    RelativePosition,
    Role,
    Selection,
    Source,
    SourceId,
    Span,
    Statement,
    StatementId,
    Voice,
    When,
)
from onrecord._views._css import CSS

_LIST = Path(__file__).parents[1] / "data" / "blns.json"

_MARKUP = """
<script>alert(1)</script>
<SCRIPT SRC=//evil.invalid/x.js></SCRIPT>
<scr<script>ipt>alert(1)</scr</script>ipt>
</script><script>alert(1)</script>
</style><script>alert(1)</script>
</title><script>alert(1)</script>
</textarea><script>alert(1)</script>
</div></div></div><script>alert(1)</script>
</td></tr></table><img src=x onerror=alert(1)>
</th></tr></thead></table><h1>owned</h1>
</summary></details><b>out</b>
</blockquote><blockquote>
</mark></span><mark>
</li></ul><ul><li>
</caption><caption>
<img src=http://evil.invalid/pixel.gif>
<img src="http://evil.invalid/a" srcset="http://evil.invalid/b 2x">
<image href=http://evil.invalid/i>
<svg onload=alert(1)>
<svg><script>alert(1)</script></svg>
<svg><style>*{background:url(http://evil.invalid/s)}</style></svg>
<svg><use href="data:image/svg+xml,x#x"/></svg>
<svg><animate onbegin=alert(1) attributeName=x dur=1s>
<math><mi//xlink:href="data:x,<script>alert(1)</script>">
<math><mtext></p><style><!--</style><img src onerror=alert(1)>
<iframe src=http://evil.invalid></iframe>
<iframe srcdoc="<script>alert(1)</script>"></iframe>
<object data=http://evil.invalid/o></object>
<embed src=http://evil.invalid/e>
<link rel=stylesheet href=http://evil.invalid/c.css>
<link rel=prefetch href=http://evil.invalid/p>
<meta http-equiv=refresh content="0;url=http://evil.invalid/">
<base href=http://evil.invalid/>
<form action=http://evil.invalid><input autofocus onfocus=alert(1)>
<button formaction=javascript:alert(1)>press</button>
<input type=image src=http://evil.invalid/i onerror=alert(1)>
<video src=http://evil.invalid/v onerror=alert(1)>
<audio src=x onerror=alert(1)>
<video><source onerror=alert(1)></video>
<details open ontoggle=alert(1)>
<marquee onstart=alert(1)>m</marquee>
<body onload=alert(1)>
<html manifest=http://evil.invalid/m>
<select autofocus onfocus=alert(1)>
<textarea autofocus onfocus=alert(1)>
<keygen autofocus onfocus=alert(1)>
<isindex type=image src=1 onerror=alert(1)>
<table background=http://evil.invalid/t>
<td background="javascript:alert(1)">
<a href="javascript:alert(1)">a</a>
<a href=http://evil.invalid ping=http://evil.invalid/p>a</a>
<a href="&#106;avascript:alert(1)">a</a>
<template><script>alert(1)</script></template>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<xmp><p title="</xmp><img src=x onerror=alert(1)>">
<plaintext>
<listing>&lt;img src=x onerror=alert(1)&gt;</listing>
<custom-element onclick=alert(1)>
<x onmouseover=alert(1)>x
<b/onclick=alert(1)>
<img/src=x/onerror=alert(1)>
<<script>alert(1);//<</script>
<img src=x onerror=alert(1)//
<img \"\"\">
<!--
-->
<!-- --><script>alert(1)</script><!-- -->
<!--[if IE]><script>alert(1)</script><![endif]-->
--!><img src=x onerror=alert(1)>
<![CDATA[<script>alert(1)</script>]]>
]]>
<?xml version="1.0"?>
<?php system('x') ?>
<!DOCTYPE html>
<!ENTITY x SYSTEM "http://evil.invalid/x">
<
>
</
</>
<>
<a
<a b="
&
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;script&#62;alert(1)&#60;/script&#62;
&#x3c;script&#x3e;
&lt
&amp;lt;b&amp;gt;
&NewLine;&Tab;&colon;
&#0;
&#x202e;
&notanentity;
"""
_ATTRIBUTES = """
"
'
`
""
''
" x="
' x='
"><script>alert(1)</script>
'><script>alert(1)</script>
" onmouseover="alert(1)
' onmouseover='alert(1)
" onfocus=alert(1) autofocus="
" style="position:fixed;inset:0;background:url(http://evil.invalid/a)
"style="x:expression(alert(1))
" class="onrecord
" id="result
" lang="en"><b>
en" onclick="alert(1)
en"><script>alert(1)</script>
x" title="y
` onerror=alert(1) `
=
" "
/>
"/>
'/>
\\"><img src=x onerror=alert(1)>
%22%3E%3Cscript%3Ealert(1)%3C/script%3E
\\x3cscript\\x3ealert(1)\\x3c/script\\x3e
\\u003cscript\\u003ealert(1)
"""
_ADDRESSES = """
javascript:alert(1)
JaVaScRiPt:alert(1)
javascript&colon;alert(1)
java\\0script:alert(1)
vbscript:msgbox(1)
data:text/html,<script>alert(1)</script>
data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==
data:image/svg+xml,<svg onload=alert(1)>
http://evil.invalid/track?who=me
https://evil.invalid/"onmouseover="alert(1)
//evil.invalid/x
http://evil.invalid@good.invalid/
http://xn--80ak6aa92e.invalid/
file:///etc/passwd
blob:http://evil.invalid/x
about:blank#<script>alert(1)</script>
view-source:http://evil.invalid
mailto:x@evil.invalid?body=<b>
chrome://settings
ftp://evil.invalid/
ws://evil.invalid/
http://[::1]/
"""
_STYLES = """
}*{background:url(http://evil.invalid/css)}
}@import url(http://evil.invalid/i.css);
@import 'http://evil.invalid/i.css';
</style><style>*{display:none}</style>
*/}body{display:none}/*
;background:url(http://evil.invalid/b)
url(http://evil.invalid/u)
expression(alert(1))
-moz-binding:url(http://evil.invalid/x#y)
behavior:url(http://evil.invalid/x.htc)
--or-bg:red
var(--or-fg)
attr(onclick)
content:'x'
@font-face{src:url(http://evil.invalid/f)}
\\3c script
/* comment */
<!-- css -->
"""
_TEMPLATES = """
{{7*7}}
{{constructor.constructor('alert(1)')()}}
{{#with "s"}}{{this}}{{/with}}
{% import os %}{{ os.system('x') }}
{%raw%}
{#comment#}
${7*7}
${alert(1)}
#{7*7}
<%= 7*7 %>
<% alert(1) %>
[[7*7]]
[(${7*7})]
@(7*7)
*{7*7}
~{x}
$(alert(1))
`${alert(1)}`
{0}
{self._dossier}
{title!r:>9999}
%s%n%x
%(id)s
$id
\\(x^2\\)
$$\\href{javascript:alert(1)}{x}$$
\\unicode{<script>alert(1)</script>}
[x](javascript:alert(1))
![x](http://evil.invalid/m.png)
**bold** _it_ `code`
=HYPERLINK("http://evil.invalid","x")
@SUM(1)
+1+cmd|' /C calc'!A0
-2+3
<jinja>{{ '<' }}</jinja>
v-html="x"
ng-bind-html="x"
x-data="alert(1)"
hx-get="http://evil.invalid"
"""
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNSEEN = "\xad\u034f\u115f\u1160\u17b4\u180e\u200b\u200c\u200d\u2060\u2061\u2064\u206a\u3164\ufe00\ufeff\uffa0\ufff9"
_BREAKS = ("\r\n", "\n\n", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\t", "a\nb\n\nc", "\r<script>\n", "\n-->\n")


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


OWN = [
    *(line for part in (_MARKUP, _ATTRIBUTES, _ADDRESSES, _STYLES, _TEMPLATES) for line in _lines(part)),
    *(f"a{char}<b>z" for char in _BIDI + _UNSEEN),
    *(f"a{chr(code)}<i>z" for code in (*range(0x20), *range(0x7F, 0xA0))),
    *(f"a{text}z" for text in _BREAKS),
    "a\u0301" * 50,
    "\U000e0041\U000e0042z",
    "\ufdd0\ufffe\uffffz",
    "<" * 700,
    '"' * 700,
    "&" * 700,
    "<script>" * 200,
    "</div>" * 200,
]


def naughty() -> list[str]:
    """The big list of naughty strings, those that are empty or blank left out: no field takes them."""
    return [text for text in json.loads(_LIST.read_text(encoding="utf-8")) if text.strip()]


def is_there() -> bool:
    """Whether the big list is there."""
    return _LIST.exists()


def harmless(text: str) -> str:
    """A text of the same length that can do nothing."""
    return "x" * len(text)


def spiked(text: str) -> Dossier:
    """A dossier with one text in every field of every noun, link and judgement that takes any."""
    when = When(value="2023-05-03", text=text, note=text)
    vague = When(text=text, relative_to=f"{text}s", offset="-P1D")
    names, registers = (Name(value=text),), (Identifier(scheme=text, value=text),)
    source, ann, bob, town, area, fire, part, first, second = (
        f"{text}{key}" for key in ("s", "a", "b", "t", "u", "f", "p", "1", "2")
    )
    printed = f"{text} {text} {text} {text}"
    size = len(text)

    def anchor(place: int) -> Anchor:
        start = place * (size + 1)
        return Anchor(spans=(Span(exact=text, start=start, end=start + size),))

    def statement(key: str, speaker: str, factuality: Factuality, via: str | None) -> Statement:
        evidence = Evidence(
            source=SourceId(source), content=anchor(0), cue=anchor(1), speaker=anchor(2), hedges=(anchor(3),)
        )
        account = Account(
            event=EventId(fire),
            factuality=factuality,
            when=when,
            where=LocationId(town),
            participants=(
                Participant(role=ParticipantRole.agent, actor=ActorId(ann)),
                Participant(role=ParticipantRole.place, location=LocationId(town)),
                Participant(role=ParticipantRole.instrument, text=text),
            ),
            descriptions=(Description(aspect=Aspect.what, term=text, words=text),),
            quantities=(Quantity(kind=text, low=1, unit=text, text=text),),
            condition=EventId(part),
        )
        return Statement(
            id=StatementId(key),
            voice=Voice.other,
            speaker=ActorId(speaker),
            content=text,
            form=Form.direct,
            via=None if via is None else StatementId(via),
            evidence=(evidence, evidence),
            said=when if via is None else vague,
            place=LocationId(town),
            published_in=SourceId(source),
            addressees=(ActorId(bob),),
            language=text,
            about=(EventId(part), EventId(f"{text}nothing")),
            accounts=(account,),
            annotator=text,
        )

    return Dossier(
        sources=[
            Source(
                id=SourceId(source),
                title=text,
                publisher=ActorId(bob),
                authors=(ActorId(ann),),
                url=text,
                published=when,
                retrieved=when,
                language=text,
                text=printed,
            )
        ],
        actors=[
            Actor(
                id=ActorId(ann),
                name=text,
                names=names,
                identifiers=registers,
                roles=(Role(title=text, of=ActorId(bob), when=when),),
            ),
            Actor(id=ActorId(bob), name=text, kind=ActorKind.group, names=names, members=(ActorId(ann),)),
        ],
        locations=[
            Location(
                id=LocationId(town),
                name=text,
                names=names,
                within=LocationId(area),
                point=Point(latitude=1, longitude=2, radius=3),
                relative=RelativePosition(to=LocationId(area), text=text),
                identifiers=registers,
            ),
            Location(id=LocationId(area), name=text),
        ],
        events=[
            Event(
                id=EventId(fire),
                label=text,
                kinds=(Code(scheme=text, value=text),),
                identifiers=registers,
                when=when,
                where=LocationId(town),
            ),
            Event(id=EventId(part), label=text, part_of=EventId(fire)),
        ],
        statements=[
            statement(first, ann, Factuality.certain, None),
            statement(second, bob, Factuality.certainly_not, first),
            statement(f"{text}3", bob, Factuality.unknown, second),
        ],
        links=[Link(kind=LinkKind.denies, start=StatementId(first), end=StatementId(second), annotator=text)],
        identities=[
            Identity(first=ActorId(ann), second=ActorId(bob), judgement=Judgement.unsure, reason=text, annotator=text)
        ],
    )


def _first(d: Dossier, statement: str) -> Any:
    return d.chain(next(s for s in d.statements if s.id.endswith(statement)))


VIEWS: dict[str, Callable[[Dossier], str]] = {
    "dossier": lambda d: d._repr_html_(),
    "sources": lambda d: d.sources._repr_html_(),
    "actors": lambda d: d.actors._repr_html_(),
    "locations": lambda d: d.locations._repr_html_(),
    "events": lambda d: d.events._repr_html_(),
    "statements": lambda d: d.statements._repr_html_(),
    "testimonies": lambda d: d.testimonies()._repr_html_(),
    "disputes": lambda d: d.disputes()._repr_html_(),
    "doubts": lambda d: d.doubts()._repr_html_(),
    "mixed": lambda d: Selection([*d.actors, *d.statements], d, note=d.actors[0].name)._repr_html_(),
    "source": lambda d: d.show(d.sources[0]).html,
    "actor": lambda d: d.show(d.actors[0]).html,
    "group": lambda d: d.show(d.actors[1]).html,
    "location": lambda d: d.show(d.locations[0]).html,
    "event": lambda d: d.show(d.events[0]).html,
    "statement": lambda d: d.show(d.statements[1]).html,
    "testimony": lambda d: d.testimonies()[0]._repr_html_(),
    "dispute": lambda d: d.disputes()[0]._repr_html_(),
    "doubt": lambda d: d.doubts()[0]._repr_html_(),
    "side": lambda d: d.disputes()[0].sides[0]._repr_html_(),
    "chain": lambda d: _first(d, "3")._repr_html_(),
    "link": lambda d: d.show(d.links[0]).html,
    "identity": lambda d: d.show(d.identities[0]).html,
    "event without its text": lambda d: d.without_text().show(d.events[0]).html,
}


def views_of(text: str, names: Iterable[str] = tuple(VIEWS)) -> Iterator[tuple[str, str]]:
    """Every view, or some, of a dossier with one text everywhere."""
    d = spiked(text)
    return ((name, VIEWS[name](d)) for name in names)


_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


class Tags(HTMLParser):
    """All of a text that is not data: tags, attributes but for the words of remarks, comments, declarations."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.feed(text.replace(CSS, "", 1))  # our own style sheet, the same in every view
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, [self._plain(*pair) for pair in attrs]))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is not None:
            self.found.append(data)

    def handle_comment(self, data: str) -> None:
        self.found.append(data)

    def handle_decl(self, decl: str) -> None:
        self.found.append(decl)

    handle_pi = unknown_decl = handle_comment

    def _plain(self, name: str, value: str | None) -> tuple[str, str | None]:
        if name == "title" or (name == "lang" and value is not None and _LANGUAGE.fullmatch(value)):
            return name, ""
        return name, value
