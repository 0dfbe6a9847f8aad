"""The reporting cues by their forms: verbs in every inflection, phrasal verbs, nouns."""

from __future__ import annotations

from typing import Final

import attrs

from onrecord._extract._words import _cue_table
from onrecord._extract._words._lexicon import learn_verbs
from onrecord._extract._words._words import words
from onrecord._model import Medium, Stance


@attrs.frozen
class Cue:
    """One form of a reporting verb: its frames, and what it tells of the words reported."""

    lemma: str
    """The verb."""
    form: str
    """Which form: `base`, `s`, `past`, `pp` (participle only), `both` (past and participle) or `ing`."""
    frames: frozenset[str]
    """The frames it takes, by their letters."""
    prepositions: frozenset[str]
    """The prepositions that lead to the matter."""
    medium: Medium
    """What the words were put in."""
    stance: Stance
    """How far the writer stands behind them."""
    noun: bool
    """Whether the same form is a noun as well."""


_DISTANCED_NOUNS: Final = words("claim allegation accusation assertion contention rumour rumor insistence")
_PAST: Final = {row.split()[0]: (row.split()[1], row.split()[2]) for row in _cue_table.PAST.split(";")}
_DOUBLING: Final = words(
    """admit submit slam quip rip brag chat beg rebut plan regret dub refer infer aver nod chip sum shrug"""
)
_NOUN_TOO: Final = words(
    """claim report call comment note demand charge promise pledge vow question answer remark reply request order
    counter estimate forecast project boast threat tweet post retweet fear hope view back support plan wish guess
    figure brand label term address link signal state stress offer echo challenge sign query desire doubt welcome
    appeal command direct read print broadcast show rule record cry shout scream whisper yell laugh sigh contest
    dispute object state level respect protest complain worry blast rant plead mock praise blame bark snap dream
    radio cable wire telegraph text email e-mail message blog
    talk joke hint link rail venture volunteer advocate suspect moan groan roar chant quip retort lament rebuke
    favour favor hail salute caution highlight outline detail find voice"""
)
_DOUBLED_L: Final = words("label signal marvel")  # in British spelling
_PARTICLES: Final = words("out on up off down back in upon for")
_MEDIA: Final = {"M": Medium.writing}
_STANCES: Final = {"D": Stance.distanced, "E": Stance.endorsed}


def _forms(verb: str) -> dict[str, str]:
    """The forms of a verb, and which each is."""
    past, participle = _PAST[verb] if verb in _PAST else (_add(verb, "ed"), _add(verb, "ed"))
    forms = {_add(verb, "ing"): "ing", _third(verb): "s", participle: "pp", past: "past", verb: "base"}
    if past == participle:
        forms[past] = "both"
    return {f"{verb}led": "both", f"{verb}ling": "ing"} | forms if verb in _DOUBLED_L else forms


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z")) or verb == "go":
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{verb}s"


def _add(verb: str, ending: str) -> str:
    if verb in _DOUBLING:
        return f"{verb}{verb[-1]}{ending}"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + ending
    if ending == "ed" and verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ied"
    return verb + ending if not (ending == "ed" and verb.endswith("e")) else f"{verb}d"


def _compile() -> tuple[dict[str, Cue], dict[tuple[str, str], Cue]]:
    plain: dict[str, Cue] = {}
    phrasal: dict[tuple[str, str], Cue] = {}
    for table, medium in ((_cue_table.SPEECH, Medium.unknown), (_cue_table.THOUGHT, Medium.thought)):
        for row in table.split(";"):
            _enter(row.split(), medium, plain, phrasal)
    return plain, phrasal


def _enter(row: list[str], medium: Medium, plain: dict[str, Cue], phrasal: dict[tuple[str, str], Cue]) -> None:
    verb, _, particle = row[0].partition("-")
    frames = frozenset(word for word in row[1:] if word[0] != "+")
    medium = next((_MEDIA[letter] for letter in frames if letter in _MEDIA), medium)
    stance = next((_STANCES[letter] for letter in frames if letter in _STANCES), Stance.neutral)
    prepositions = frozenset(word[1:] for word in row[1:] if word[0] == "+")
    for printed, form in _forms(verb).items():
        cue = Cue(verb, form, frames, prepositions, medium, stance, verb in _NOUN_TOO and form in ("base", "s"))
        if particle:
            phrasal[printed, particle] = cue
        elif printed in plain:
            old = plain[printed]
            if old.lemma == verb:
                plain[printed] = attrs.evolve(
                    old, frames=old.frames | frames, prepositions=old.prepositions | prepositions
                )
        else:
            plain[printed] = cue


CUES, PHRASAL = _compile()
"""Cues by their form, and those with a particle by both words."""

learn_verbs(
    {
        form: "V" if cue.form in ("past", "both") else "b"
        for form, cue in CUES.items()
        if (cue.form in ("past", "both") and not form.endswith("ed")) or (cue.form in ("s", "base") and not cue.noun)
    }
)

PARTICLES: Final = frozenset(particle for _, particle in PHRASAL)
"""What makes a phrasal cue of a verb."""

QUOTING: Final = frozenset(form for form, cue in CUES.items() if "q" in cue.frames)
"""Forms of verbs that can stand with a quotation."""

NOUNS: Final[dict[str, Stance]] = {
    form: Stance.distanced if noun in _DISTANCED_NOUNS else Stance.neutral
    for noun in _cue_table.NOUNS.split()
    for form in (noun, _third(noun))
}
"""Nouns that report, in both numbers."""
