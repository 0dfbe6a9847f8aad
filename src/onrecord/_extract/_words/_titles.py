"""Words that go before or after a name: titles of office, what they tell of a person, and words of bodies.

The given names are common ones of English-speaking countries, written down from general knowledge and not counted
from any text. They are the last resort for "he" and "she", where no title or noun tells; a name that is not listed, or
is borne by women and men, tells nothing. Names of other countries are mostly missing.
"""

from __future__ import annotations

from typing import Final

from onrecord._extract._words._lexicon import BODY_NOUNS, PAPER_NOUNS, PERSON_NOUNS, PLURAL_SPEAKERS
from onrecord._extract._words._words import words
from onrecord._model import ActorKind

HONORIFICS: Final = words(
    """mr mr. mrs mrs. ms ms. miss mx sir dame lord lady dr dr. prof prof. rev rev. hon hon. sen sen. rep rep. gov gov.
    gen gen. lt lt. col col. sgt sgt. capt capt. maj maj. cmdr cmdr. adm adm. insp insp. supt supt. det det. cllr
    cllr. coun coun. messrs pc cpl. pvt. amb. atty. engr engr. alhaji alhaja hajiya malam mallam comrade shri sri smt
    smt. kumari adv adv. herr frau monsieur madame mme mme. señor señora signor signora datuk dato' tun haji"""
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
    co-founder co-owner ex-president ex-minister actress actor singer tutor mentor cousin uncle aunt nephew niece
    grandfather grandmother grandson granddaughter stepfather stepmother girlfriend boyfriend ex-wife ex-husband
    coroner"""
)
"""Nouns of office or trade that can stand before a name."""

_MALE: Final = words(
    """mr mr. sir lord king prince duke baron father brother son husband man boy spokesman congressman
    councilman policeman fireman salesman businessman widower grandfather uncle nephew gentleman fisherman
    sportsman statesman pope monk waiter alhaji malam mallam shri herr monsieur señor signor"""
)
_FEMALE: Final = words(
    """mrs mrs. ms ms. miss dame lady queen princess duchess baroness mother sister daughter wife woman girl
    spokeswoman chairwoman congresswoman councilwoman policewoman actress businesswoman widow grandmother aunt niece
    nun waitress heroine alhaja hajiya smt smt. kumari frau madame mme mme. señora signora"""
)
_MALE_NAMES: Final = words(
    """aaron abdul adam adrian ahmed alan alasdair albert aleksandr alexander alexei alfred ali alistair andrew angus
    anthony antonio archie arthur barry ben benjamin bernard bill bob boris brandon brett brian bruce bryan callum
    carl carlos cedric charles christopher clifford clive colin conor craig curtis cyril damian daniel darren dave
    david dean declan denis dennis derek derrick desmond diego dmitri dmitry dominic donald douglas duncan dylan
    eddie edgar edmund edward edwin eli emmanuel eric ernest ethan eugene felix fergus fernando finn frank fraser
    fred frederick gareth garry gary gavin geoff geoffrey george gerald gerard gilbert giovanni glen gordon graeme
    graham greg gregory gustav hamish hans harold harry harvey hassan hector henry herbert howard hubert hugh hugo
    humphrey ian ibrahim igor isaac ivan ivor jack jacob jake james jason javier jeff jeffrey jeremy jerome
    jim jimmy joe joel johan john jonathan jorge jose joseph joshua juan julian justin keith ken kenneth kevin kieran
    klaus kyle lance larry laurence lawrence leon leonard lewis liam lloyd louis lucas luis luke malcolm marco marcus
    mark martin matthew maurice michael miguel mike mikhail miles mohamed mohammed muhammad murray mustafa nathan
    neil neville nicholas nick nigel nikolai noah norman oliver omar oscar owen pablo patrick paul pedro percy perry
    peter phil philip pierre quentin ralph raymond reginald rhys ricardo richard rob robert rodney roger roland
    ronald rory roy rupert russell ryan samuel scott sean sebastian sergei shane simon stanley stefan stephen steve
    steven stewart stuart ted theodore thomas tim timothy toby todd tom tony travis trevor vernon victor vincent
    vladimir wallace walter warren wayne wesley wilfred william wolfgang yusuf"""
)
_FEMALE_NAMES: Final = words(
    """abigail ada agatha agnes aisha alexandra alice alison amanda amelia amina amy angela anita ann anna annabel anne
    annette annie astrid audrey barbara beatrice beatriz bernadette beth bethany brenda bridget camilla carmen carol
    caroline carolyn catherine cecilia celia charlene charlotte cheryl chloe christina christine claire clara colleen
    constance courtney cynthia daphne dawn deborah debra deirdre delia denise diana diane donna doris dorothy edith
    edna eileen elaine eleanor elena elizabeth ella ellen elsie emily emma enid erica erin esther eva evelyn
    fatima felicity fiona florence frances francesca freda freya gabrielle gail gemma georgina geraldine gertrude
    gillian gina giulia glenda gloria grace greta gwen hannah harriet hazel heather helen helena henrietta hilda
    holly imogen ingrid irene irina iris isabel isabella isla jacqueline jane janet janice jasmine jemima jennifer
    jenny jessica jill joan joanna jodie josephine josie joyce judith judy julia julie justine karen kate katharine
    katherine kathleen kathryn katie katrina kimberly kirsten kirsty kristen laura lauren leah leila lena linda lisa
    lorraine louise lucia lucinda lucy luisa lydia lynn mabel madeleine maggie mandy margaret maria marianne marie
    marilyn marjorie martha martina mary matilda maureen maxine maya megan melanie melissa michelle mildred miranda
    moira mona monica muriel myra nadia nancy naomi natalia natalie natasha nicole nina nora norah olga olivia pamela
    patricia paula pauline peggy penelope petra philippa phoebe phyllis polly priscilla rachel rebecca rhona rita
    roisin rosa rosalind rose rosemary rosie rowena roxanne ruth sabrina sally samantha sandra sarah shannon sharon
    sheila shirley shona sian sigrid siobhan sonia sophia sophie stella stephanie susan suzanne svetlana sylvia
    tabitha tamara tanya tara tatiana teresa tessa thelma theresa tiffany tina trudy ursula valerie vanessa vera
    veronica victoria virginia vivian wanda wendy wilma winifred yolanda yulia yvonne zoe"""
)
_EITHER_NAMES: Final = words("alex andrea charlie chris jean jordan kelly lee nicola ross sam terry tracy")
_BODY_WORDS: Final = BODY_NOUNS | words(
    """inc inc. corp corp. ltd ltd. limited incorporated plc llc co co. ag gmbh associates partners holdings industries
    bros parliament senate nations states airlines airways media news times post press tribune herald gazette courier
    journal guardian standard telegraph mail express chronicle observer echo radio tv television records pictures
    united city rovers athletic fc systems technologies laboratories research institute academy committee chamber
    constabulary forces services trust rail motors energy petroleum oil gas water electric railways foods brothers
    sons works mills farms breweries stores hotels homes securities pharmaceuticals chemicals products brands
    ventures capital power insurance shipping logistics community"""
)
_PLACE_WORDS: Final = words(
    """district county province region state city town village valley river lake mountain mount island islands sea
    street road avenue lane square park bridge airport port harbour harbor bay coast peninsula east west north south"""
)
_COMPANY_WORDS: Final = words(
    """inc inc. corp corp. ltd ltd. limited incorporated plc llc co co. ag gmbh partners holdings industries systems
    bros technologies motors energy petroleum oil gas foods brothers breweries stores hotels homes pharmaceuticals
    chemicals products brands ventures capital insurance shipping logistics electric mills airlines airways bank company
    corporation group"""
)
_SURE_WORDS: Final = words(
    """inc inc. corp corp. ltd ltd. limited plc llc ag gmbh holdings partners industries systems motors airlines foods
    pharmaceuticals technologies group league committee council college university hospital institute"""
)
_COMPANY_NOUNS: Final = words(
    """company firm business giant maker manufacturer carmaker retailer supplier operator developer group corporation
    airline lender bank broadcaster publisher"""
)
_ANY_COMPANY: Final = words("company firm business giant corporation maker manufacturer carmaker supplier operator")
_ANY_BODY: Final = words("organisation organization body")
_SUCH_NAMES: Final = {
    "lender": words("bank"), "airline": words("airlines airways"), "bank": words("bank"),
    **dict.fromkeys(
        ("newspaper", "paper", "daily", "weekly", "outlet"),
        words("times post tribune herald gazette courier journal telegraph chronicle observer echo mail"),
    ),
    "broadcaster": words("radio tv television"), "station": words("radio tv television"),
    "retailer": words("stores"), "developer": words("homes"),
    "school": words("academy"), "club": words("united city rovers athletic fc"), "agency": words("press"),
    "team": words("united city rovers athletic fc"), "charity": words("trust fund foundation"),
    "group": words("trust fund foundation alliance league coalition association network"),
}  # fmt: skip
"""The last words of names that a noun fits which the name does not hold: "the lender" for a bank."""
_DEMONYMS: Final = words(
    """african albanian algerian american argentine argentinian armenian asian australian austrian belgian bolivian
    bosnian brazilian briton bulgarian cambodian cameroonian canadian catalan chilean colombian croat croatian cuban
    cypriot czech dane dutchman egyptian englishman englishwoman estonian ethiopian european finn frenchman frenchwoman
    georgian german ghanaian greek hungarian icelander indian indonesian iranian iraqi irishman irishwoman israeli
    italian jamaican jordanian kazakh kenyan korean kosovan latvian lebanese libyan lithuanian macedonian malaysian
    maltese mexican moldovan moroccan nepali nigerian norwegian pakistani palestinian paraguayan peruvian pole
    portuguese romanian russian saudi scot scotsman scotswoman serb serbian senegalese singaporean slovak slovenian
    somali spaniard sudanese swede syrian texan thai tunisian turk ugandan ukrainian uruguayan uzbek venezuelan
    vietnamese welshman welshwoman yemeni zambian zimbabwean"""
)


def is_demonym(word: str) -> bool:
    """Whether a word tells of which country somebody is, as a noun: "the German"."""
    return word in _DEMONYMS


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


def is_place(tokens: tuple[str, ...]) -> bool:
    """Whether the last word of a name is a place's: "Harwick District"."""
    return tokens[-1] in _PLACE_WORDS


def is_body(tokens: list[str] | tuple[str, ...]) -> bool:
    """Whether the words of a name are those of a body: a ministry, a company, a paper."""
    return bool(tokens) and (
        tokens[-1] in _BODY_WORDS or singular(tokens[-1]) in _BODY_WORDS or tokens[0] in _BODY_WORDS
    )


def is_sure_body(tokens: list[str]) -> bool:
    """Whether words end as only a body's name does, so that no word before them is a title: "General Motors"."""
    return tokens[-1] in _SURE_WORDS or tokens[0] in _SURE_WORDS


def head_of_body(tokens: tuple[str, ...]) -> str:
    """The noun of a body's name, singular: "ministry" of the Ministry of Works, "council" of Harwick Council."""
    at = next((i for i, word in enumerate(tokens) if word in ("of", "for", "on") and i), len(tokens))
    return singular(tokens[at - 1])


def is_such_a_name(tokens: tuple[str, ...], noun: str) -> bool:
    """Whether a noun that a body's name does not hold fits it all the same: "the firm" for Harlo Ltd."""
    last, such = tokens[-1], _SUCH_NAMES.get(noun, frozenset[str]())
    return last in such or tokens[0] in such or noun in _ANY_BODY or (noun in _ANY_COMPANY and last in _COMPANY_WORDS)


def are_companies(nouns: set[str], noun: str) -> bool:
    """Whether a noun fits a body that others tell is a company: "the firm" for one called an oil giant."""
    return noun in _ANY_COMPANY and not nouns.isdisjoint(_COMPANY_NOUNS)


def is_company(noun: str) -> bool:
    """Whether a noun is for a company: "firm", "airline"."""
    return noun in _COMPANY_NOUNS


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
    if one in OFFICES or one in _DEMONYMS or one.endswith(("man", "woman", "person", "ist", "ian")):
        return ActorKind.person
    return ActorKind.other if one in PAPER_NOUNS else ActorKind.unknown


_IRREGULAR: Final = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman", "policemen": "policeman", "firemen": "fireman", "businessmen": "businessman",
    "congressmen": "congressman", "wives": "wife", "others": "other", "fishermen": "fisherman",
}  # fmt: skip
