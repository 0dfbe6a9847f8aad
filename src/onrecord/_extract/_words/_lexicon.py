"""The closed classes of English words, and the common verbs: what the rules know of a word without a parser.

From the grammars' own lists (Quirk, Greenbaum, Leech and Svartvik 1985, "A Comprehensive Grammar of the English
Language"; Levin 1993, "English Verb Classes and Alternations"). A word's tag is one character:

`D` determiner, `P` preposition, `>` "to", `R` subject pronoun, `O` object pronoun, `A` auxiliary, `J` coordinator,
`S` subordinator, `W` relative pronoun, `B` adverb, `T` word of time, `V` finite verb, `b` base or -s form of a verb,
`e` word in -ed, `g` word in -ing, `#` number, `N` capitalised word, `n` any other word, `Q` quotation; marks are their
own tags.
"""

from __future__ import annotations

from typing import Final

from onrecord._extract._words._words import words

_CLASSES: Final = {
    "D": """the a an this these those his her its their our my your some any no each every another both all either
        neither several many few most much more fewer such""",
    "P": """of in on at by for from with about against between into through during without within along across behind
        beyond under over near despite amid among toward towards upon around like per via onto inside outside
        throughout alongside concerning regarding including unlike following below above beside besides versus""",
    "#": """one two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty fifty
        dozens hundreds thousands millions hundred thousand million billion""",
    ">": "to",
    "R": """he she they it we i you there he's she's it's they're we're i'm i've you're they've we've he'd she'd they'd
        i'd we'd i'll he'll she'll it'll they'll we'll you'll that's there's who's everyone everybody someone somebody
        nobody anyone anybody""",
    "O": "him them me us himself herself itself themselves myself ourselves yourself",
    "A": """has have had having is are was were be been being am do does did will would can could may might must should
        shall isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot
        couldn't mustn't shouldn't ain't ought""",
    "J": "and or but nor & plus",
    "S": """that because although though while when if after before since until till as whether where why how what than
        whereas unless once lest so even-though whatever wherever whenever""",
    "W": "who which whom whose whoever",
    "B": """also not never then now again already just still too even always often once soon only perhaps maybe almost
        instead however meanwhile rather ever later earlier further well very quite long first moreover therefore thus
        nevertheless nonetheless otherwise furthermore else alike together away back up down out off separately
        somewhat indeed here yet""",
    "T": """monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight overnight january
        february march april june july august september october november december monday's tuesday's wednesday's
        thursday's friday's saturday's sunday's mon. tues. wed. thurs. fri. sat. sun. jan. feb. mar. apr. aug. sept.
        oct. nov. dec. recently afterwards afterward""",
}

_FINITE: Final = """went came took gave made got became began brought bought built caught chose drew drove fell felt
    fought found flew forgot froze grew heard held hid kept knew laid led left lent lost meant met paid ran rang rose
    sang sat saw sent set shook shot showed shut slept sold spent stood stole struck swore swam taught threw thought
    understood woke wore won withdrew broke arose beat bore bet bent bit blew bred dealt dug fed fled hung hurt put
    quit sank sought slid spread sprang stuck swept swung tore wept overcame undertook underwent rebuilt sped
    died lied vied ate drank rode leapt crept lit shrank stank flung clung stung shone forbade forgave oversaw withheld
    upheld overtook mistook overthrew overran knelt spat spun trod wove strode befell bled"""

_PARTICIPLES: Final = """seen given taken known shown written spoken driven drawn grown chosen broken hidden beaten
    fallen frozen stolen worn torn thrown blown flown sworn proven done gone eaten forgotten
    woken shaken risen ridden begun sung sunk drunk swum forbidden forgiven overthrown overtaken withdrawn axed owed
    tied freed agreed guaranteed decreed"""

_BASE: Final = """go goes get gets make makes take takes give gives come comes keep keeps let lets seem seems become
    becomes bring brings happen happens begin begins provide provides include includes continue continues appear
    appears remain remains allow allows lead leads stand stands lose loses pay pays meet meets create creates spend
    spends grow grows win wins sit sits fall falls send sends sell sells pull pulls raise raises pass passes require
    requires follow follows stop stops join joins exist exists arrive arrives contain contains reach reaches serve
    serves enter enters carry carries belong belongs depend depends choose chooses deserve deserves occur occurs ensure
    ensures receive receives avoid avoids improve improves prevent prevents eat eats speak speaks leave leaves live
    lives know knows want wants need needs think thinks believe believes feel feels see sees hear hears find finds
    hold holds owns see try tries buy buys die dies lie lies act acts mean means drive drives"""

_TITLES: Final = """mr mrs ms dr prof sen rep gov gen lt col sgt capt maj cmdr adm st hon rev messrs sr jr supt insp det
    cllr coun pres sec amb atty cpl pvt del dist assn dept adv smt brig lieut fr mme mlle msgr mt"""

_NOT_ADVERBS: Final = words(
    """rally family ally supply reply assembly anomaly monopoly bully belly homily butterfly friendly elderly likely
    unlikely daily weekly monthly yearly costly deadly orderly lonely lovely ugly holy jelly folly comply imply
    apply multiply rely tally doily curly silly chilly early"""
)

_NO_MONTHS: Final = words("march august")  # in small letters

_NO_PARTICIPLES: Final = words(
    """nothing something anything everything morning evening spring string darling sibling ceiling pudding earring
    meeting briefing hearing building wedding funding housing ruling filing"""
)

PRONOMINAL: Final = words("some many most all both few several another this these those neither each either")
"""Determiners that are subjects by themselves as well."""

UNCHANGING: Final = words("cut hit cost split shed cast burst let")
"""Verbs whose past is their base form, and that are nouns as well."""

SENTENCE_ABBREVIATIONS: Final = words("inc. corp. co. ltd. jr. sr. a.m. p.m. u.s. u.k. u.n. e.u. d.c. etc.")
"""Abbreviations after which a sentence may end as well."""

TITLE_ABBREVIATIONS: Final = frozenset(f"{title}." for title in _TITLES.split()) | {"vs."}
"""Abbreviations after which no sentence ends."""

TAGS: Final[dict[str, str]] = {
    **dict.fromkeys(_BASE.split(), "b"),
    **dict.fromkeys(_FINITE.split(), "V"),
    **dict.fromkeys(_PARTICIPLES.split(), "e"),
    **dict.fromkeys(("plc", "llc"), "N"),
    **{word: tag for tag, listed in _CLASSES.items() for word in listed.split()},
}
"""The tag of every word known by itself."""

PERSON_PRONOUNS: Final = words("he she i we you they it he's she's they're it's we're i'm")
"""Pronouns that can be the subject of a reporting clause."""

PERSON_NOUNS: Final = words(
    """activist actor adviser advisor administrator agent aide ambassador analyst announcer arbiter artist assistant
    athlete attorney author baker banker barrister bishop bystander campaigner candidate captain cardinal chair
    chairman chairwoman champion chancellor chef chief child citizen cleric clerk coach colleague colonel columnist
    commander commentator commissioner consultant correspondent councillor counsel critic curator customer dealer
    dean defendant defender delegate deputy designer detective developer diplomat director doctor driver economist
    editor employee engineer envoy executive expert farmer father figure fighter firefighter fisherman founder
    friend general geologist goalkeeper governor guard head historian host inspector insider investigator investor
    journalist judge juror justice king landlord lawmaker lawyer leader lecturer lieutenant maker man manager mayor
    mechanic medic member minister miner minister mother musician narrator neighbor neighbour nurse observer officer
    official operator opponent organiser organizer owner parent partner passenger pastor patient philosopher
    physician physicist pilot pioneer player playwright poet policeman politician pollster preacher premier
    president priest principal prisoner producer professor prosecutor psychologist publisher queen ranger reader
    reporter representative resident researcher ringleader sailor scholar scientist secretary senator sergeant
    sheriff shopkeeper singer sister skipper socialist soldier solicitor source speaker specialist spokesman
    spokesperson spokeswoman staffer strategist striker student superintendent supporter surgeon survivor teacher
    technician tenant treasurer trustee veteran veterinarian victim viewer villager visitor volunteer voter warden
    whistleblower widow winger witness woman worker writer brother son daughter wife husband girl boy"""
)
"""Nouns for a person by office, trade or part played; their plurals are groups."""

BODY_NOUNS: Final = words(
    """administration agency alliance ambassy army association authority bank board body brigade bureau business
    cabinet campaign cathedral centre center charity church club coalition college commission committee company
    congress corporation council court department directorate embassy exchange federation firm force foundation fund
    giant government group hospital house institute institution laboratory league magazine maker manufacturer
    ministry mission movement museum network newspaper office organisation organization operator outlet parliament
    party police publication regiment regulator school senate service society squad station store studio supplier
    syndicate team theatre trade-union tribunal trust union university watchdog website broadcaster airline retailer
    carmaker lender paper channel daily weekly developer airport"""
)
"""Nouns for a body of people that can speak."""

PAPER_NOUNS: Final = words(
    """statement report letter memo email e-mail tweet post release document filing indictment lawsuit complaint study
    poll survey article editorial note book speech ad video message text blog affidavit bill law ruling paper order
    resolution transcript testimony interview analysis review motion petition caption headline sign banner website
    press-release newsletter"""
)
"""Nouns for something written or recorded that can be said to say."""

PLURAL_SPEAKERS: Final = words("people men women children police staff officials sources others critics")
"""Plural nouns whose form does not tell, or that stand for speakers by themselves."""


EVENT_NOUNS: Final = words(
    """attack attacks crash fire blast explosion shooting strike strikes raid raids killing killings murder accident
    flood storm earthquake vote election match game race protest protests march collapse theft robbery incident
    arrest arrests death deaths disaster violence clashes fighting launch merger deal"""
)
"""Nouns for what happens: a time right after one may be the event's."""

_TRADES: Final = ("ist", "ician", "grapher", "maker", "keeper", "worker", "woman", "owner", "guard", "fighter")
_SPEAKING: Final = PERSON_NOUNS | BODY_NOUNS | PAPER_NOUNS | PLURAL_SPEAKERS


_PREFIXES: Final = ("ex-", "co-", "vice-", "then-", "self-", "so-", "mid-", "anti-", "non-")


def learn_verbs(tags: dict[str, str]) -> None:
    """Add the tags of verb forms that another list holds, where none is known."""
    for word, tag in tags.items():
        TAGS.setdefault(word, tag)


def tag_of(word: str, printed: str) -> str:
    """The tag of a word, given in lower case and as printed."""
    if len(printed) > 1 and printed.isupper() and word != "to":
        return "N"
    if "-" in word and (word.startswith(_PREFIXES) or "-of-" in word):
        return "n"
    known = TAGS.get(word)
    if known is not None:
        if printed[0].isupper():
            return "N" if known in "eVb" else known
        return "n" if word in _NO_MONTHS else known
    if not word[0].isalpha():
        return "#"
    if printed[0].isupper():
        return "N"
    return _by_ending(word)


def _by_ending(word: str) -> str:
    if word.endswith("ly") and len(word) > 4:
        return "n" if word in _NOT_ADVERBS else "B"
    if word.endswith("ing") and len(word) > 5:
        return "n" if word in _NO_PARTICIPLES else "g"
    return "e" if word.endswith("ed") and len(word) > 4 and word[-3] != "e" else "n"


def can_speak(noun: str) -> bool:
    """Whether a noun, in either number, is for a person, a body or a writing."""
    forms = [noun, noun.removesuffix("s"), noun.removesuffix("es")]
    if noun.endswith("ies"):
        forms.append(f"{noun[:-3]}y")
    return any(form in _SPEAKING or is_trade(form) for form in forms)


def is_trade(word: str) -> bool:
    """Whether a word's ending is that of a trade: "novelist", "shopkeeper"."""
    return len(word) > 6 and word.endswith(_TRADES)
