"""Words that go before or after a name: titles of office, what they tell of a person, and words of bodies.

The given names are common ones of English-speaking countries, written down from general knowledge and not counted
from any text. They are the last resort for "he" and "she", where no title or noun tells; a name that is not listed, or
is borne by women and men, tells nothing. Names of other countries are mostly missing.
"""

from __future__ import annotations

from typing import Final

from onrecord._extract._lexicon import BODY_NOUNS, PAPER_NOUNS, PERSON_NOUNS, PLURAL_SPEAKERS
from onrecord._extract._words import words
from onrecord._model import ActorKind

HONORIFICS: Final = words(
    """mr mr. mrs mrs. ms ms. miss mx sir dame lord lady dr dr. prof prof. rev rev. hon hon. sen sen. rep rep. gov gov.
    gen gen. lt lt. col col. sgt sgt. capt capt. maj maj. cmdr cmdr. adm adm. insp insp. supt supt. det det. cllr
    cllr. st. messrs pc cpl. pvt. amb. atty."""
)
"""Titles that never stand without a name."""

OFFICES: Final = PERSON_NOUNS | words(
    """president premier prime minister chancellor king queen prince princess pope emperor duke duchess count baron
    baroness archbishop bishop cardinal rabbi imam ayatollah sheikh senator congressman congresswoman representative
    governor mayor councillor councilman councilwoman alderman secretary undersecretary justice magistrate
    prosecutor attorney solicitor barrister sheriff constable detective inspector superintendent commissioner
    marshal officer captain lieutenant sergeant corporal private major colonel brigadier general admiral commander
    commodore chief chairman chairwoman chairperson chair director ceo cfo coo founder editor professor doctor coach
    skipper manager spokesman spokeswoman spokesperson ambassador envoy consul leader head vice deputy acting former
    interim emeritus chaplain dean provost rector principal headteacher speaker whip treasurer mp mep msp sheriff
    co-founder co-owner ex-president ex-minister actress actor singer"""
)
"""Nouns of office or trade that can stand before a name."""

_MALE: Final = words(
    """mr mr. sir lord king prince duke baron father brother son husband man boy spokesman chairman congressman
    councilman policeman fireman salesman businessman widower grandfather uncle nephew gentleman actor fisherman
    sportsman statesman bishop pope monk waiter"""
)
_FEMALE: Final = words(
    """mrs mrs. ms ms. miss dame lady queen princess duchess baroness mother sister daughter wife woman girl
    spokeswoman chairwoman congresswoman councilwoman policewoman actress businesswoman widow grandmother aunt niece
    nun waitress heroine"""
)
_MALE_NAMES: Final = words(
    """adam adrian alan albert alexander alfred andrew anthony antonio arthur barry ben benjamin bernard bill bob
    brandon brian bruce carl carlos charles christopher colin craig daniel dave david dean dennis derek dmitry
    dominic donald douglas duncan edward eric ernest ethan eugene frank fred gareth gary geoffrey george gerald
    gordon graham greg gregory hans harold harry henry howard hugh ian ivan jack jacob james jason jeff jeffrey
    jeremy jim joe john jonathan jorge jose joseph joshua juan justin keith ken kenneth kevin larry lawrence leonard
    lewis liam louis luis luke marcus mark martin matthew michael mike mohammed nathan neil nicholas nick nigel noah
    oliver oscar patrick paul pedro peter phil philip ralph raymond richard robert roger ronald roy russell ryan
    samuel scott sean simon stanley stephen steve steven stuart ted thomas tim timothy tom tony victor vincent
    walter wayne william"""
)
_FEMALE_NAMES: Final = words(
    """abigail alice alison amanda amelia amy angela anita ann anna anne annie barbara beatrice beth brenda carol
    caroline catherine charlotte cheryl christina christine claire clara cynthia dawn deborah debra denise diana
    diane donna doris dorothy edith eileen elaine eleanor elena elizabeth ellen emily emma erin esther eva evelyn
    fiona florence frances gail gloria grace hannah heather helen holly irene isabel jacqueline jane janet janice
    jennifer jenny jessica jill joan joanna josephine joyce judith judy julia julie karen kate katherine kathleen
    katie kimberly laura lauren leah linda lisa lorraine louise lucy lydia lynn margaret maria marie marilyn martha
    mary maureen megan melissa michelle monica nancy natalie nina olga olivia pamela patricia paula pauline penelope
    rachel rebecca rita rosa rose ruth sally samantha sandra sarah sharon sheila shirley sophia sophie stella
    stephanie susan suzanne sylvia tanya teresa theresa tina valerie vanessa veronica victoria virginia vivian wendy
    yvonne zoe"""
)
_EITHER_NAMES: Final = words("alex andrea charlie chris jean jordan kelly lee nicola ross sam terry tracy")
_BODY_WORDS: Final = BODY_NOUNS | words(
    """inc inc. corp corp. ltd ltd. plc llc co co. ag gmbh associates partners holdings industries systems bros
    parliament senate nations states airlines airways media news times post press tribune herald gazette courier
    journal guardian standard telegraph mail express chronicle observer echo radio tv television records pictures
    united city rovers athletic fc systems technologies laboratories research institute academy committee chamber
    constabulary forces services trust rail motors energy petroleum oil gas water electric railways foods brothers
    sons works mills farms breweries stores hotels homes securities pharmaceuticals chemicals products brands
    ventures capital power insurance shipping logistics"""
)
_WRITER_HEADS: Final = PAPER_NOUNS


def gender_of(words: frozenset[str] | set[str], given: str = "") -> str | None:
    """`m`, `f` or None, by titles and nouns of kinship, or else by the given name."""
    male, female = not words.isdisjoint(_MALE), not words.isdisjoint(_FEMALE)
    if male != female:
        return "m" if male else "f"
    if given in _MALE_NAMES or given in _FEMALE_NAMES:
        return "m" if given in _MALE_NAMES else "f"
    return None


def is_given_name(word: str) -> bool:
    """Whether a word is a common given name."""
    return word in _MALE_NAMES or word in _FEMALE_NAMES or word in _EITHER_NAMES


def is_body(tokens: list[str] | tuple[str, ...]) -> bool:
    """Whether the words of a name are those of a body: a ministry, a company, a paper."""
    return bool(tokens) and (
        tokens[-1] in _BODY_WORDS or singular(tokens[-1]) in _BODY_WORDS or tokens[0] in _BODY_WORDS
    )


def is_office(noun: str) -> bool:
    """Whether a noun tells what somebody, or some body, is: "mayor", "giant"."""
    return noun in OFFICES or noun in BODY_NOUNS


def singular(noun: str) -> str:
    """A noun's singular, by its ending."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def is_plural(noun: str) -> bool:
    """Whether a noun is plural, by its ending."""
    return noun in PLURAL_SPEAKERS or noun in _IRREGULAR or singular(noun) != noun


def kind_of(head: str) -> ActorKind:
    """What sort of actor a common noun stands for."""
    one = singular(head)
    if one in BODY_NOUNS and one not in PERSON_NOUNS:
        return ActorKind.organisation if one == head else ActorKind.group
    if is_plural(head):
        return ActorKind.other if one in PAPER_NOUNS else ActorKind.group
    if one in OFFICES or one.endswith(("man", "woman", "person", "ist", "ian")):
        return ActorKind.person
    return ActorKind.other if one in PAPER_NOUNS else ActorKind.unknown


_IRREGULAR: Final = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman", "policemen": "policeman", "firemen": "fireman", "businessmen": "businessman",
    "congressmen": "congressman", "wives": "wife", "others": "other", "fishermen": "fisherman",
}  # fmt: skip
