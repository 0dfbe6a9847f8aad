"""Whether the words about a time tell of what has been or of what is to come."""

from __future__ import annotations

from typing import Final

from onrecord._extract._times._tokens import Tokens
from onrecord._extract._times._words import words

_NEAR: Final = 5
_REACH: Final = 30  # tokens; what is farther away says nothing of this time


def _denied(verbs: str) -> frozenset[str]:
    """The first of the three tokens of each contraction."""
    return frozenset(verb.removesuffix("'t") for verb in words(verbs))


_MODALS: Final = frozenset(words("will ll shall would could should may might must can cannot")) | _denied(
    "wouldn't couldn't shouldn't mustn't shan't"
)
_PERFECT: Final = frozenset({"have", "has", "had", "ve"}) | _denied("haven't hasn't hadn't")
_PAST: Final = frozenset(
    words(
        "was were had did been became began begun broke brought built came caught chose cut drew drove fell",
        "felt fought found fled flew gave got grew heard held hit kept knew laid led left lost made met paid",
        "put quit ran rose said sang sank saw sent shot shut sold spent spoke stood struck swore thought",
        "threw told took tore went won wore wrote burst dealt dug froze hid hung",
        "lit rode shook shrank slept slid sped spread stole stuck sued swam swept taught understood withdrew",
        "woke overthrew overtook outlined ago since earlier killed voted died",
    )
) | _denied("wasn't weren't didn't")
_WILL: Final = frozenset({"will", "ll", "shall", "shan"})
_AHEAD: Final = frozenset(
    words(
        "forecast scheduled expected planned plans plan due slated set poised going hopes hope expects intends intend",
        "aims wants vowed promised agreed ordered upcoming forthcoming planning preparing ready likely tipped",
        "bound hoping deadline until wants urged invited asked",
    )
)
_TOWARDS: Final = frozenset(
    words("to for from on at in by next this before after until back over during through within into early late later")
)
_NOT_PAST: Final = frozenset(
    words(
        "need red bed hundred indeed speed feed seed shed united need wed led embed proceed exceed succeed",
        "bleed breed naked sacred wicked hatred kindred",
    )
)
_BE: Final = frozenset({"is", "are", "am", "was", "were"})
_TIMETABLED: Final = frozenset(
    words(
        "leaves flies begins starts opens ends expires faces meets arrives debuts airs resumes concludes launches goes",
        "takes premieres",
    )
)
_FIXED: Final = frozenset(words("returns closes reopens runs travels hosts visits plays heads speaks sits"))
_FIXED_OF_MANY: Final = frozenset(
    words("go play meet face host start begin open close end leave arrive return resume travel head visit run reopen")
)
_MANY: Final = frozenset({"they", "we", "you", "i"})
_NOT_MANY: Final = frozenset({"is", "was", "has", "this", "his", "its", "as", "does", "says", "always"})
_BEFORE_TIME: Final = ("on", "in_", "at", "from_", "until", "to", "by", "next", "this", "weekday", "today", "tonight")
_DEFERRED: Final = frozenset(
    words("adjourned postponed delayed deferred put pushed moved rescheduled extended suspended remanded brought")
)
_TO_START: Final = frozenset({"begin", "start", "resume", "reopen", "meet", "expire"})
_STATING: Final = frozenset({"is", "was", "has", "says", "thinks", "believes", "claims"})
_SUBJECTS: Final = frozenset({"which", "who", "he", "she", "it"})
_GOVERNED: Final = frozenset(words("be been is are being stay stays remain remains"))
"""After these a participle has the tense of what stands before them."""


def tense_of(tokens: Tokens, first: int, last: int) -> str:
    """`past`, `future` or nothing, by the nearest verb before a time in its sentence, or else the nearest after it."""
    begin = _sentence_start(tokens, first)
    for i in range(first - 1, begin - 1, -1):
        tense = _leads_to(tokens, i, first) or _at(tokens, i, begin)
        if tense:
            return tense
    for i in range(last, min(last + _REACH, len(tokens.words))):
        if tokens.is_kind(i, "stop", "break_"):
            break
        tense = _at(tokens, i, begin)
        if tense:
            return tense
    return ""


def _sentence_start(tokens: Tokens, first: int) -> int:
    for i in range(first - 1, max(first - _REACH, 0) - 1, -1):
        if tokens.is_kind(i, "stop", "break_"):
            return i + 1
    return max(first - _REACH, 0)


def _at(tokens: Tokens, i: int, begin: int) -> str:
    """What the word there says of the time, if it says anything."""
    if not tokens.is_kind(i, "word", "until", "later", "ago", "next", "since", "for_", "edge"):
        return ""
    word = tokens.words[i]
    if _is_fixed(tokens, i, word) or (word == "won" and tokens.words[i + 2 : i + 3] == ["t"]):
        return "future"
    return "" if tokens.is_kind(i, "edge") else _of_word(tokens, i, word, begin)


def _of_word(tokens: Tokens, i: int, word: str, begin: int) -> str:
    if word in _MODALS:
        return "past" if word not in _WILL and _perfect_follows(tokens, i) else "future"
    if word in _AHEAD:
        return _ahead(tokens, i)
    if _is_to_be(tokens, i, begin) or _is_present(tokens, i):
        return "future"
    return "past" if _is_past(tokens, i) else ""


def _perfect_follows(tokens: Tokens, i: int) -> bool:
    return "have" in (tokens.lower(i + 1), tokens.lower(i + 2))


def _ahead(tokens: Tokens, i: int) -> str:
    """What a word of planning says: nothing ahead unless it leads to something ("was asked", "had planned")."""
    following = tokens.lower(i + 1)
    if following in _TOWARDS or tokens.is_kind(i + 1, "today", "weekday", "next", "month", "about"):
        return "future"
    return "past" if tokens.words[i].endswith("ed") else ""


def _is_to_be(tokens: Tokens, i: int, begin: int) -> bool:
    return tokens.words[i] in _BE and i > begin and tokens.lower(i + 1) == "to"


def _leads_to(tokens: Tokens, i: int, first: int) -> str:
    """What a word says only of a time that follows close upon it."""
    if _defers(tokens, i, first):
        return "future"
    close = i == first - 1 or (i == first - 2 and tokens.is_kind(first - 1, "on", "at", "in_"))
    return "future" if close and tokens.words[i] in ("is", "are") else ""


def _defers(tokens: Tokens, i: int, first: int) -> bool:
    """Whether something is put off until a time: "adjourned the case until", "moved to Saturday"."""
    if tokens.words[i] not in _DEFERRED:
        return False
    return first - i <= _NEAR and tokens.is_kind(first - 1, "until", "to")


def _is_present(tokens: Tokens, i: int) -> bool:
    """Whether a word in -s is a verb, whose present tells of what is fixed: "the film, which debuts on Friday"."""
    word = tokens.words[i]
    if word in _TIMETABLED or (word in _TO_START and tokens.lower(i - 1) != "to"):
        return True
    return word[-1:] == "s" and word not in _STATING and tokens.lower(i - 1) in _SUBJECTS


def _is_fixed(tokens: Tokens, i: int, word: str) -> bool:
    """Whether a verb of the present tense stands before its time: "the shop closes on Friday", "they go to Orme on"."""
    if word in _FIXED:
        return tokens.is_kind(i + 1, *_BEFORE_TIME) and not tokens.is_kind(i - 1, "the", "a", "of", "poss")
    if word not in _FIXED_OF_MANY or not tokens.is_kind(i + 1, "name", *_BEFORE_TIME):
        return False
    subject = tokens.lower(i - 1)
    plural = len(subject) > 3 and subject[-1] == "s" and subject[-2] != "s" and tokens.is_kind(i - 1, "word", "name")
    return subject in _MANY or (plural and subject not in _NOT_MANY)


def _is_past(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    if word in _PERFECT:
        return True
    ended = word[-2:] == "ed" and len(word) > 3 and word not in _NOT_PAST
    return (ended or word in _PAST) and tokens.lower(i - 1) not in _GOVERNED and tokens.lower(i - 1) not in _MODALS
