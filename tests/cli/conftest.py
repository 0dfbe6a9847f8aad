"""An invented story on record, for the command line to be asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import Builder, Dossier, When, save

STORY = """“It was not us,” Ann Lee told reporters on Tuesday. “We build boats.”

The Harbour Post, citing a post by the diver Bo Ek, said the fire had been set {on purpose}.

Rain is expected.

Mayor Cy Dahl said Lee’s yard had set the fire overnight. The fire brigade told us that it did not know.
"""


@pytest.fixture
def story() -> Dossier:
    b = Builder()
    article = b.source(text=STORY, kind="article", id="story", title="Fire in the harbour", published="2031-05-07")
    lee, ek, dahl = b.actor("Ann Lee", id="lee"), b.actor("Bo Ek", id="ek"), b.actor("Cy Dahl", id="dahl")
    post, brigade = b.actor("The Harbour Post", id="post"), b.actor("Fire brigade", id="brigade")
    harbour = b.location("Old harbour", id="harbour", within=b.location("Port Ostra", id="ostra"))
    fire, plot = b.event("Fire in the harbour", id="fire"), b.event("Plot against the yard", id="plot")
    b.event("Harbour feast", id="feast", when="2031-06-01")
    night = When(value="2031-05-05T22/2031-05-06T06", text="overnight")
    said = b.account(fire, when=night, where=harbour, participants=[b.participant("agent", lee)])
    b.quote(
        article,
        ["It was not us,", "We build boats."],
        speaker=lee,
        id="s-lee",
        cue="told reporters",
        speaker_words="Ann Lee",
        said="2031-05-06",
        accounts=[b.account(fire, participants=[b.participant("agent", lee, factuality="certainly_not")])],
    )
    relay = b.says(
        article, "a post by the diver Bo Ek, said the fire had been set {on purpose}", speaker=post, id="s-post"
    )
    b.says(article, "the fire had been set {on purpose}", speaker=ek, id="s-ek", via=relay, asserts=fire, about=plot)
    b.says(article, "Lee’s yard had set the fire overnight", speaker=dahl, id="s-dahl", cue="said", accounts=[said])
    unsure = b.account(fire, participants=[b.participant("agent", lee, factuality="unknown")])
    b.says(article, "it did not know", speaker=brigade, id="s-brigade", accounts=[unsure])
    return b.build()


@pytest.fixture
def file(story: Dossier, tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    save(story, path)
    return path
