// The JSON format of onrecord. Made from its JSON Schema: change the classes, not this file.

/**
 * The id of a `Source`.
 */
export type SourceId = string;
/**
 * What sort of publication a source is.
 *
 * - `article`: A news story.
 * - `post`: A post on a social network, a channel or a forum.
 * - `release`: A statement put out by whom it is from.
 * - `video`: Moving pictures.
 * - `image`: A still picture.
 * - `broadcast`: Radio or television.
 * - `interview`: A conversation put out as such.
 * - `document`: A report, a law, a court paper, a book.
 * - `other`: Any other.
 */
export type SourceKind =
  "article" | "post" | "release" | "video" | "image" | "broadcast" | "interview" | "document" | "other";
/**
 * The id of an `Actor`.
 */
export type ActorId = string;
/**
 * Whence a time is known.
 *
 * - `printed`: It stands in the source.
 * - `given`: It was given from outside: by a loader, a catalogue or a person.
 * - `inferred`: It was worked out; `note` says from what.
 */
export type TimeBasis = "printed" | "given" | "inferred";
/**
 * What a stretch of a source's text is.
 *
 * - `headline`: The title as part of the text.
 * - `byline`: Who wrote it, where and when, as printed.
 * - `subheading`: A heading inside the text.
 * - `body`: Running text.
 * - `caption`: Words under a picture; a paragraph that holds a caption mark is one caption.
 * - `other`: Any other.
 */
export type SectionKind = "headline" | "byline" | "subheading" | "body" | "caption" | "other";
/**
 * Any JSON value.
 */
export type Json =
  | null
  | boolean
  | number
  | string
  | Json[]
  | {
      [k: string]: Json;
    };
/**
 * What sort of actor speaks or acts.
 *
 * - `person`: One human being.
 * - `organisation`: A body with members and a name: a company, party, agency, newspaper.
 * - `state`: A country as one that speaks and acts.
 * - `group`: People taken together who are no organisation: "officials", "residents".
 * - `joint`: Several actors who speak as one; they are its `members`.
 * - `other`: Any other.
 * - `unknown`: The text does not say.
 */
export type ActorKind = "person" | "organisation" | "state" | "group" | "joint" | "other" | "unknown";
/**
 * How a further name relates to an object's `name`.
 *
 * - `full`: A fuller form.
 * - `short`: A shorter form.
 * - `alias`: Another name or spelling.
 * - `former`: A name once borne.
 */
export type NameKind = "full" | "short" | "alias" | "former";
/**
 * The id of a `Location`.
 */
export type LocationId = string;
/**
 * What sort of place a location is.
 *
 * - `country`: A state's territory.
 * - `region`: A part of a country, or several countries together.
 * - `settlement`: A city, town or village.
 * - `district`: A part of a settlement.
 * - `site`: A square, a park, an airfield, an industrial estate, a street.
 * - `building`: A building or a part of one.
 * - `water`: A sea, a river, a lake.
 * - `other`: Any other.
 */
export type LocationKind = "country" | "region" | "settlement" | "district" | "site" | "building" | "water" | "other";
/**
 * The id of an `Event`.
 */
export type EventId = string;
/**
 * The id of a `Statement`.
 */
export type StatementId = string;
/**
 * Whose words a statement holds.
 *
 * - `writer`: The text's own voice: content given to nobody else (`Wr`).
 * - `other`: Somebody the text names or describes (`Ot`); with no `speaker`, not resolved to an actor.
 * - `arbitrary`: Nobody in particular: "it was claimed" (`Arb`).
 */
export type Voice = "writer" | "other" | "arbitrary";
/**
 * How words are given.
 *
 * - `direct`: Wholly in quotation marks.
 * - `mixed`: Retold, with some of the words in quotation marks.
 * - `indirect`: Retold as a clause: "said that …".
 * - `free_indirect`: Retold in the speaker's manner with no reporting clause of its own.
 * - `reported`: Only the act and its gist are told: "called for retaliation".
 * - `narration`: The text's own assertion; goes with `writer`.
 */
export type Form = "direct" | "mixed" | "indirect" | "free_indirect" | "reported" | "narration";
/**
 * What the words were first put in; after the media of the Redewiedergabe corpus, with `image` added.
 *
 * - `speech`: Spoken.
 * - `writing`: Written: a post, a press release, a letter.
 * - `thought`: Thought, believed or felt, as the text tells it.
 * - `image`: Shown: a photograph, footage, a caption's picture.
 * - `unknown`: The text does not say.
 */
export type Medium = "speech" | "writing" | "thought" | "image" | "unknown";
/**
 * How far the writer stands behind what somebody else says.
 *
 * - `neutral`: The writer only reports: "said".
 * - `endorsed`: The writer takes it over: "pointed out", "admitted".
 * - `distanced`: The writer steps back: "claimed", "alleged", scare quotes.
 */
export type Stance = "neutral" | "endorsed" | "distanced";
/**
 * How a speaker was printed; after the mention types of ACE 2005 (NAM, NOM, PRO) and the study of metonymy.
 *
 * - `name`: By name (NAM).
 * - `title`: By office: "the president" (NOM).
 * - `description`: By any other description: "his senior aide" (NOM).
 * - `pronoun`: By a pronoun (PRO).
 * - `metonym`: By a place or thing that stands for them: "Moscow", "the Kremlin".
 * - `implicit`: Not printed here; understood from the words before.
 */
export type Naming = "name" | "title" | "description" | "pronoun" | "metonym" | "implicit";
/**
 * The id of any of the five nouns; ids are unique over all of them.
 */
export type AnyId = string;
/**
 * In which state of being an account places an event.
 *
 * - `occurred`: It happened.
 * - `ongoing`: It is going on.
 * - `planned`: Somebody means it to happen.
 * - `attempted`: It was tried; whether it came off is told elsewhere, as an outcome.
 * - `cancelled`: It was planned and will not happen.
 * - `demanded`: Somebody asks for it.
 * - `threatened`: Somebody holds it out as a threat.
 * - `predicted`: Somebody says it will happen.
 * - `possible`: It might happen, or might be what happened.
 * - `hypothetical`: It is only supposed: "if he had been there".
 */
export type AccountStatus =
  | "occurred"
  | "ongoing"
  | "planned"
  | "attempted"
  | "cancelled"
  | "demanded"
  | "threatened"
  | "predicted"
  | "possible"
  | "hypothetical";
/**
 * How far a speaker commits to something being so, when speaking.
 *
 * - `certain`: It is so (CT+).
 * - `probable`: It is probably so (PR+).
 * - `possible`: It is possibly so (PS+).
 * - `possibly_not`: It is possibly not so (PS−).
 * - `probably_not`: It is probably not so (PR−).
 * - `certainly_not`: It is not so (CT−).
 * - `uncommitted`: The speaker knows whether it is so, and the words do not say which (CTu): "we know who did it, and won't say".
 * - `unknown`: The speaker does not know, or does not commit to a position (Uu): "we simply don't know".
 */
export type Factuality =
  "certain" | "probable" | "possible" | "possibly_not" | "probably_not" | "certainly_not" | "uncommitted" | "unknown";
/**
 * What a participant is in an event; PLOVER and SEM (the Simple Event Model), cut down.
 *
 * - `agent`: Does it (PLOVER's actor).
 * - `target`: What or whom it is aimed at (PLOVER's recipient).
 * - `victim`: Whom it harms.
 * - `instrument`: What it is done with.
 * - `beneficiary`: Whom it serves.
 * - `authoriser`: Who ordered or approved it.
 * - `observer`: Who saw it.
 * - `place`: Where it was, where this is a participant with a factuality of its own (SEM's place).
 * - `other`: Any other part in it.
 */
export type ParticipantRole =
  "agent" | "target" | "victim" | "instrument" | "beneficiary" | "authoriser" | "observer" | "place" | "other";
/**
 * Which question about an event a `Description` answers; ours.
 *
 * - `what`: What kind of thing it was.
 * - `purpose`: What it was for.
 * - `outcome`: How it ended; of several certain ones only one can be right.
 * - `manner`: How it was done.
 */
export type Aspect = "what" | "purpose" | "outcome" | "manner";
/**
 * How two statements, or two events, hang together; ours.
 *
 * - `supports`: Between statements: the words of the first back those of the second.
 * - `denies`: Between statements: the first says that the second is not so.
 * - `doubts`: Between statements: the first calls the second in question.
 * - `repeats`: Between statements: the same content again, by another chain or on another occasion.
 * - `responds_to`: Between statements: the first answers the second.
 * - `based_on`: Between statements: the first rests on the second without relaying it.
 * - `follows`: Between events: the first comes after the second.
 * - `response_to`: Between events: the first is done because of the second.
 * - `causes`: Between events: the first brings the second about.
 */
export type LinkKind =
  "supports" | "denies" | "doubts" | "repeats" | "responds_to" | "based_on" | "follows" | "response_to" | "causes";
/**
 * Whether two objects are one; the judgements of nomenklatura (OpenSanctions).
 *
 * - `positive`: They are the same.
 * - `negative`: They are not the same.
 * - `unsure`: Somebody looked and could not tell.
 */
export type Judgement = "positive" | "negative" | "unsure";

/**
 * A file: who said what, about which event, when, where, and according to whom.
 */
export interface Dossier {
  /**
   * The version of the format.
   */
  onrecord: "0.2";
  /**
   * All sources, by id.
   */
  sources?: Source[];
  /**
   * All actors, by id.
   */
  actors?: Actor[];
  /**
   * All places, by id.
   */
  locations?: Location[];
  /**
   * All events, by id.
   */
  events?: Event[];
  /**
   * All statements, in document order within their sources, and sources by id.
   */
  statements?: Statement[];
  /**
   * All links, by kind, start and end.
   */
  links?: Link[];
  /**
   * All judgements of identity, by first and second.
   */
  identities?: Identity[];
  /**
   * Namespaced data of other programs about the whole.
   */
  extra?: Extra;
}
/**
 * A published work or post: the publication, never its speaker; it may be known only through another.
 */
export interface Source {
  /**
   * Its id.
   */
  id: SourceId;
  /**
   * What sort of publication it is. Absent: `other`.
   */
  kind?: SourceKind;
  /**
   * Its title as printed.
   */
  title?: string;
  /**
   * The outlet or channel that put it out.
   */
  publisher?: ActorId;
  /**
   * Who made it, in the order printed.
   */
  authors?: ActorId[];
  /**
   * Where it can be found.
   */
  url?: string;
  /**
   * When it was put out.
   */
  published?: When;
  /**
   * When this copy of it was taken.
   */
  retrieved?: When;
  /**
   * The text's language, as a BCP 47 tag.
   */
  language?: string;
  /**
   * The exact text, never normalised; absent where it is not known or was withheld.
   */
  text?: string;
  /**
   * The SHA-256 of the withheld text's UTF-8 bytes, in 64 hexadecimal digits; only where `text` is absent.
   */
  digest?: string;
  /**
   * The whole text cut into sections, in order; empty: not divided.
   */
  sections?: Section[];
  /**
   * The source whose text this one took over whole.
   */
  derived_from?: SourceId;
  /**
   * The earlier version that this one corrects or replaces.
   */
  revises?: SourceId;
  /**
   * Namespaced data of other programs.
   */
  extra?: Extra;
}
/**
 * A time as the news tells it: exact, vague, open, floating or relative, with nothing invented.
 */
export interface When {
  /**
   * The time itself, in the Library of Congress's Extended Date/Time Format (EDTF) with additions; kept as written.
   *
   * EDTF levels 0 and 1 in full: `2023-05-03`, `2023-05`, `2023`, `2023-05-03T02:27:43+03:00`, `2023-05/2023-06-01`, `2022-02-24/..`, `../2023`, `1985/`, `-0044`, `Y170000002`, `2001-21`, `1984?`, `201X`, `1985-04-XX`. Of level 2: qualifiers of single parts, parts of a year (codes 25 to 41), `X` in last places (`1984-1X`) and one range `[X..Y]`, `[..Y]` or `[X..]`: one time somewhere in it. The rest of level 2 is refused by name.
   *
   * Beyond EDTF: hours (`T02`), minutes (`T02:27`) and fractions to six digits; clock times in intervals; a range as an end of an interval (`[2023-05-05T17:00..2023-05-05T22:00]/2023-05-08`); a zone at the very end for the whole value, written as in RFC 9557, which wants an offset before it (`2023-05-03T02:27[Europe/Moscow]`, `2023-05-03[+03:00]`); a qualifier after a clock time (`T02:27~`). An offset beside a zone's name must be that of the zone and chooses in a fold; `Z` beside a name gives the instant. A value without zone or offset is floating. Parts are all zoned or all floating.
   *
   * Qualifiers `? ~ %` move no bound. A season covers three months and the one into which its astronomical reading runs (a northern spring: March to June); one across the new year may be either that touches the year; 21 to 24 name no hemisphere and cover both. Absent: not known, or told relative to something and not resolved.
   */
  value?: string;
  /**
   * The words as printed: "overnight", "more than 14 months ago".
   */
  text?: string;
  /**
   * The id of what the time is told from: an event, a source (its publication), a statement.
   */
  relative_to?: string;
  /**
   * How it lies from `relative_to`: `[<|>|~][+|-]` and an ISO 8601 duration of whole numbers.
   *
   * `-P1D`: the day before; `P2W`: two weeks after; each at the precision of the duration's smallest unit (`-P14M` from 2023-05-03 is `2022-03`; a week is Monday to Sunday). `~-P14M`: about so. `<-P14M`: more than 14 months before; `<P0D`: some time before; `>P0D`: some time after; `>PT2H`: more than two hours after. `<`, `>` and backward offsets count from the anchor's begin, forward ones from anywhere in it. Months, weeks and days count on the calendar of the anchor's zone, hours and less in elapsed time. A day that the target month lacks is its last day.
   */
  offset?: string;
  /**
   * Whence the value is known: printed, given or inferred. Absent: `given`.
   */
  basis?: TimeBasis;
  /**
   * From what and how it was inferred, or any other remark.
   */
  note?: string;
}
/**
 * A stretch of a source's text, and what it is: headline, body, caption and so on.
 */
export interface Section {
  /**
   * What it is.
   */
  kind: SectionKind;
  /**
   * The first character's offset, in code points.
   */
  start: number;
  /**
   * The offset after the last character.
   */
  end: number;
}
/**
 * Namespaced data of other programs. Every key has a namespace and a colon, as `newsroom:desk`; the namespace `onrecord` is the format's own.
 */
export interface Extra {
  [k: string]: Json;
}
/**
 * Somebody who speaks or acts: a person, an organisation, a state, a group; named or not.
 */
export interface Actor {
  /**
   * Its id.
   */
  id: ActorId;
  /**
   * Its name, or for one without a name the description that stands for it.
   */
  name: string;
  /**
   * What sort of actor it is. Absent: `unknown`.
   */
  kind?: ActorKind;
  /**
   * Its other names; a metonym ("Moscow") is none of them and stands with the evidence.
   */
  names?: Name[];
  /**
   * Whether the text leaves it unnamed. Absent: `false`.
   */
  anonymous?: boolean;
  /**
   * Those who speak jointly, or the known members of a group or body.
   */
  members?: ActorId[];
  /**
   * Its ids in other registers.
   */
  identifiers?: Identifier[];
  /**
   * The offices it holds.
   */
  roles?: Role[];
  /**
   * Namespaced data of other programs.
   */
  extra?: Extra;
}
/**
 * A further name of an actor or a place.
 */
export interface Name {
  /**
   * The name.
   */
  value: string;
  /**
   * How it relates to the object's own `name`. Absent: `alias`.
   */
  kind?: NameKind;
}
/**
 * An id in somebody else's register.
 */
export interface Identifier {
  /**
   * The register: `wikidata`, `geonames`, `isni`.
   */
  scheme: string;
  /**
   * The id in it: `Q649`.
   */
  value: string;
}
/**
 * An office or function that an actor holds.
 */
export interface Role {
  /**
   * The office: `president`.
   */
  title: string;
  /**
   * The actor in or for whom it is held.
   */
  of?: ActorId;
  /**
   * When it was held.
   */
  when?: When;
}
/**
 * A place; one without coordinates is normal, and none is ever invented.
 */
export interface Location {
  /**
   * Its id.
   */
  id: LocationId;
  /**
   * Its name, or the description that stands for it.
   */
  name: string;
  /**
   * What sort of place it is. Absent: `other`.
   */
  kind?: LocationKind;
  /**
   * Its other names.
   */
  names?: Name[];
  /**
   * The place that it is part of.
   */
  within?: LocationId;
  /**
   * Where it is.
   */
  point?: Point;
  /**
   * Where it is as told from another place.
   */
  relative?: RelativePosition;
  /**
   * Its ids in other registers.
   */
  identifiers?: Identifier[];
  /**
   * Namespaced data of other programs.
   */
  extra?: Extra;
}
/**
 * A position on the WGS 84 ellipsoid, with how far off it may be; as a `geo:` URI (RFC 5870) has it.
 */
export interface Point {
  /**
   * Degrees north, from −90 to 90.
   */
  latitude: number;
  /**
   * Degrees east, from −180 to 180.
   */
  longitude: number;
  /**
   * The radius in metres within which the place lies; absent: not told.
   */
  radius?: number;
}
/**
 * A position told from another place: "12 miles east of the city".
 */
export interface RelativePosition {
  /**
   * The place it is told from.
   */
  to: LocationId;
  /**
   * The words as printed.
   */
  text: string;
  /**
   * How far, in metres; absent: not told.
   */
  distance?: number;
  /**
   * In which direction, in degrees clockwise from north, from 0 up to 360; absent: not told.
   */
  bearing?: number;
}
/**
 * Something that is said to happen, or not to, in neutral words; it carries no truth: accounts do.
 */
export interface Event {
  /**
   * Its id.
   */
  id: EventId;
  /**
   * Neutral words for it.
   */
  label: string;
  /**
   * What kind of event it is, in open codes.
   */
  kinds?: Code[];
  /**
   * The larger event that it is part of.
   */
  part_of?: EventId;
  /**
   * Its ids in other registers.
   */
  identifiers?: Identifier[];
  /**
   * When it is, only for what holds apart from any account: a scheduled day.
   */
  when?: When;
  /**
   * Where it is, only for what holds apart from any account.
   */
  where?: LocationId;
  /**
   * Namespaced data of other programs.
   */
  extra?: Extra;
}
/**
 * An open code with the scheme it is from, as IPTC's and PLOVER's event codes are written.
 */
export interface Code {
  /**
   * Whose code it is: `plover`, `iptc`.
   */
  scheme: string;
  /**
   * The code.
   */
  value: string;
}
/**
 * What one speaker says, through one chain and on one occasion, as far as the text tells.
 */
export interface Statement {
  /**
   * Its id.
   */
  id: StatementId;
  /**
   * Whose words they are.
   */
  voice: Voice;
  /**
   * The actor who says it; absent: nobody named, or with `other` not resolved.
   */
  speaker?: ActorId;
  /**
   * The words: the first evidence's content spans joined by one space; given by hand only without evidence.
   */
  content: string;
  /**
   * How the words are given.
   */
  form: Form;
  /**
   * What they were first put in. Absent: `unknown`.
   */
  medium?: Medium;
  /**
   * The statement on which our knowledge of these words rests; absent: first hand.
   */
  via?: StatementId;
  /**
   * Where it is printed.
   */
  evidence?: Evidence[];
  /**
   * When it was said.
   */
  said?: When;
  /**
   * The event at which it was said.
   */
  occasion?: EventId;
  /**
   * Where it was said, if no occasion tells.
   */
  place?: LocationId;
  /**
   * The source where it was first put out.
   */
  published_in?: SourceId;
  /**
   * Whom it was said to.
   */
  addressees?: ActorId[];
  /**
   * The language in which it was said, as a BCP 47 tag.
   */
  language?: string;
  /**
   * Whether the content is a translation; absent: not told.
   */
  translated?: boolean;
  /**
   * What it mentions without commitment; events that have an account are not repeated.
   */
  about?: AnyId[];
  /**
   * What it says of events.
   */
  accounts?: Account[];
  /**
   * How sure the annotator is of this record, from 0 to 1; absent: not told.
   */
  confidence?: number;
  /**
   * Who or what made this record.
   */
  annotator?: string;
  /**
   * Namespaced data of other programs.
   */
  extra?: Extra;
}
/**
 * Where one source prints a statement: content, cue and speaker, the attribution triple of PARC 3.0 (Pareti).
 */
export interface Evidence {
  /**
   * The source whose text the anchors are in.
   */
  source: SourceId;
  /**
   * The words attributed.
   */
  content: Anchor;
  /**
   * The words that attribute: "said", "according to"; absent for a quotation with none of its own.
   */
  cue?: Anchor;
  /**
   * The words that name the speaker here; absent where nothing does.
   */
  speaker?: Anchor;
  /**
   * Words by which the writer steps back: "alleged", "purportedly", scare-quoted words.
   */
  hedges?: Anchor[];
  /**
   * How far the writer stands behind the content. Absent: `neutral`.
   */
  stance?: Stance;
  /**
   * How the speaker is printed here; absent where it was not looked at.
   */
  naming?: Naming;
}
/**
 * One or more spans that together are one thing: a quotation broken by "he said" has two.
 */
export interface Anchor {
  /**
   * At least one, in the text's order, without overlap.
   *
   * @minItems 1
   */
  spans: [Span, ...Span[]];
}
/**
 * A stretch of a source's text, with its words: a W3C *TextQuoteSelector* and *TextPositionSelector* in one.
 */
export interface Span {
  /**
   * The words, in the source's own characters.
   */
  exact: string;
  /**
   * The first character's offset.
   */
  start: number;
  /**
   * The offset after the last character.
   */
  end: number;
}
/**
 * What one statement says of one event.
 */
export interface Account {
  /**
   * The event it is an account of.
   */
  event: EventId;
  /**
   * The state of being in which the speaker places it.
   */
  status: AccountStatus;
  /**
   * The speaker's commitment, when speaking, to the event being in that status.
   */
  factuality: Factuality;
  /**
   * When the event was, or is to be, in that status.
   */
  when?: When;
  /**
   * Where.
   */
  where?: LocationId;
  /**
   * Who and what had a part in it.
   */
  participants?: Participant[];
  /**
   * What it was, was for, ended in, and how.
   */
  descriptions?: Description[];
  /**
   * The numbers.
   */
  quantities?: Quantity[];
  /**
   * The event on which this one is said to depend: counterfactuals, threats.
   */
  condition?: EventId;
  /**
   * A label that the mutually exclusive accounts of one statement share: "either … or …".
   */
  alternative?: string;
}
/**
 * Somebody or something with a part in an event: exactly one of an actor, a place, or words.
 */
export interface Participant {
  /**
   * The part.
   */
  role: ParticipantRole;
  /**
   * The actor who plays it.
   */
  actor?: ActorId;
  /**
   * The place that plays it.
   */
  location?: LocationId;
  /**
   * The words for it, where it is neither: "two drones".
   */
  text?: string;
  /**
   * The speaker's commitment to this detail; absent: the account's.
   */
  factuality?: Factuality;
}
/**
 * What an event was, was for, ended in, or how it was done, in an open code and the speaker's words.
 */
export interface Description {
  /**
   * Which of these questions it answers.
   */
  aspect: Aspect;
  /**
   * An open code, the key by which descriptions are compared: `assassination-attempt`.
   */
  term: string;
  /**
   * The words as printed.
   */
  words?: string;
  /**
   * The speaker's commitment to this detail; absent: the account's.
   */
  factuality?: Factuality;
  /**
   * Whether the words stand in quotation marks of the writer's, not the speaker's. Absent: `false`.
   */
  scare_quotes?: boolean;
}
/**
 * A number that an account gives, as a closed range: "at least three" is low 3 and no high.
 */
export interface Quantity {
  /**
   * What is counted or measured, an open code: `killed`, `drones`, `cost`.
   */
  kind: string;
  /**
   * The least it can be, itself included; absent: not told.
   */
  low?: number;
  /**
   * The most it can be, itself included; absent: not told.
   */
  high?: number;
  /**
   * The unit, an open code: `people`, `kg`, `EUR`; quantities are compared within one kind and unit.
   */
  unit?: string;
  /**
   * The words as printed.
   */
  text?: string;
  /**
   * The speaker's commitment to this detail; absent: the account's.
   */
  factuality?: Factuality;
}
/**
 * A relation from one statement to another, or from one event to another.
 */
export interface Link {
  /**
   * The relation; it also says whether the ends are statements or events.
   */
  kind: LinkKind;
  /**
   * The statement or event it goes from.
   */
  start: AnyId;
  /**
   * The statement or event it goes to.
   */
  end: AnyId;
  /**
   * How far the one who claims it commits to it.
   */
  factuality: Factuality;
  /**
   * The statement that claims it; absent: the record does.
   */
  claimed_by?: StatementId;
  /**
   * How sure the annotator is, from 0 to 1; absent: not told.
   */
  confidence?: number;
  /**
   * Who or what made this record.
   */
  annotator?: string;
  /**
   * Namespaced data of other programs.
   */
  extra?: Extra;
}
/**
 * Somebody's judgement whether two objects of one kind are the same; merging never rewrites either.
 */
export interface Identity {
  /**
   * The one.
   */
  first: AnyId;
  /**
   * The other.
   */
  second: AnyId;
  /**
   * Whether they are the same.
   */
  judgement: Judgement;
  /**
   * Why, in words.
   */
  reason?: string;
  /**
   * How sure the annotator is, from 0 to 1; absent: not told.
   */
  confidence?: number;
  /**
   * Who or what judged.
   */
  annotator?: string;
  /**
   * Namespaced data of other programs.
   */
  extra?: Extra;
}
/**
 * One line of JSON Lines: the version, and one object under the name of its kind.
 */
export interface Line {
  /**
   * The version of the format.
   */
  onrecord: "0.2";
  /**
   * One of `sources`.
   */
  source?: Source;
  /**
   * One of `actors`.
   */
  actor?: Actor;
  /**
   * One of `locations`.
   */
  location?: Location;
  /**
   * One of `events`.
   */
  event?: Event;
  /**
   * One of `statements`.
   */
  statement?: Statement;
  /**
   * One of `links`.
   */
  link?: Link;
  /**
   * One of `identities`.
   */
  identity?: Identity;
  /**
   * Namespaced data of other programs about the whole.
   */
  extra?: Extra;
}
