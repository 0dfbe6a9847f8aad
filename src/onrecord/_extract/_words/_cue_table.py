"""The lexicon of reporting cues: which verbs and nouns report, and which frames each takes.

Drawn up by hand after the verbs of communication and judgement in Levin (1993), classes 29.2 characterise, 29.4
declare, 29.5 conjecture, 33 judgement, 37 communication, VerbNet's say-37.7, tell-37.2, complain-37.8, advise-37.9 and
promise-37.13, and the reporting verbs of Quirk et al. (1985, §16.30 to 16.63). The letters of a frame:

`q` a quotation, `c` a clause with or without "that", `C` a clause with "that" only, `w` a wh-clause, `d` somebody told
before the content, `t` "to" and an infinitive, `o` an object and "to" with an infinitive, `n` the matter as an object,
`a` an object and "as", `k` an object and its predicate, `f` an object and "of", "for", "over" or "with", `p` may stand
after or inside the content, `i` only with "it" as its subject and a clause with "that"; a word after `+` is a
preposition that leads to the matter. The verbs of sending word are Levin's 37.4 (instrument of communication).
"""

from __future__ import annotations

from typing import Final

SPEECH: Final = """
say q c w p; tell q c w d p o; add q c p n; note q c p n E; write q c p M; ask q w d o p +about +for;
reply q c p; respond q c p; answer q C p; claim q c p t D; argue q c p +for +against; insist q c p +on;
state q c p n; declare q c k p n; announce q c n p; warn q c d o p +of +against +about; explain q c w p n;
suggest q C c p n g; acknowledge q c p n E; admit q c p E +to g; deny c n p g; confirm q c p n E;
report q c p n g; tweet q c p M n; retweet n M; post q M; describe a w n; accuse f D; blame f n; criticize f n;
criticise f n; slam f n; blast f a n; vow q c t p n; promise q c t d p n; pledge q c t p n; urge q C o p n;
demand q C t p n; conclude q c p; comment q c p; remark q c p; observe q c p E; mention c n;
point-out q c p E n; recall q c p n; assert q c p n D; contend q c p D; allege c p D n; charge c p D;
maintain q c p; concede q c p E n; complain q c p +about +of; joke q c p; stress q c p n; emphasize q c p n;
emphasise q c p n; reiterate q c p n; repeat q p n; predict q c p n; quip q c p; retort q c p; shout q p;
yell q p; whisper q p; scream q p; cry q p; testify q c p; denounce f a n; condemn f a n; praise f a n;
dismiss a n; reject n a; refute n; counter q c p; rebut n; cite n a; quote n; label k a; dub k; brand k a;
term k; call k; characterize a; characterise a; advise q C o p; recommend q C n g p; propose C t n g;
request n C o; order o C; tease q f; boast q c p +of +about; brag q c p +about; thank f n; apologize q p +for;
apologise q p +for; lament q c p n; caution q c p o +against; reveal q c w p n E; disclose c w p n E;
proclaim q c k p n; profess t c; affirm q c p n; reaffirm c n; attest c +to; swear q c t p; submit C; agree q c p +with;
object q c p +to; protest q c p; advocate n +for g; decry a n; deplore n; rebuke f n; chastise f n;
chide q f n; scold f n q; mock f a n; ridicule a n f; deride a n; lambast a f n; lambaste a f n;
castigate a f n; berate f n; bash f n; rip f n; hail a n; laud f a n; commend f n; applaud f n; celebrate n;
congratulate f n; salute n; endorse n; defend n a; justify n; challenge n o; question n w; query n w;
interject q p; interrupt q p; muse q p c; opine q c p; intone q p; gush q p; fume q p; deadpan q p; snap q p;
bark q p; roar q p; mutter q p; mumble q p; murmur q p; sigh q p; laugh q p; chuckle q p; continue q p;
begin q p; go-on q p; exclaim q p; declaim q p; quibble q p; grumble q c p; moan q c p; groan q p; rejoin q p;
echo q n p; summarize q p n; summarise q p n; clarify q c p n; specify c w p n; elaborate q p +on; expound +on;
hint q c p +at; imply C c; intimate c; signal c n; indicate q c w p n; inform d c; notify d c;
remind q d c o p; assure q d c p; reassure d c; convince d; persuade d o; invite o; instruct o; command o;
direct o; beg o q p; implore o q p; beseech o; plead q C p +for +with; appeal +for +to; call-for n; call-on o;
call-upon o; speak +of +about; talk +of +about; discuss n w; outline n w; detail n w; recount q c w p n;
relate q p; narrate q p; relay n c; convey n c; lay-out n; set-out n; spell-out n w; read q p; sing q p;
chant q p; proffer q n; offer q t; threaten q c t p; volunteer q c p; venture q p; guess q c p w;
speculate q c p +about; surmise c p; theorize c p; reckon c p; estimate c p n; calculate c; forecast c n p;
project c n; foresee c n; figure c; find c q p; show c w; demonstrate c w; prove c; illustrate w n;
underscore C w n; underline C w n; highlight C w n; rule C c n +against; hold C; find C c; provide C;
stipulate C n c; certify C; attribute f; credit f; liken f; compare f; link f; caption q M;
sign-off q p; put-it q c p; make-clear q c p w; hear c p; call-out q p; cry-out q p;
blurt-out q p; make-plain c p; express n; voice n; refer +to; pray q C +for; preach q C; vouch +for;
acknowledge q c n; bemoan n C; bewail n; regret C n g; rue n; marvel q C p +at; gripe q c p +about;
rail +against +about; rant q p +about +against; inveigh +against; fulminate +against; hit-back q p +at;
hit-out q +at; lash-out q +at; fire-back q p; shoot-back q p; weigh-in q p; chime-in q p; chip-in q p;
sum-up q n p; back-up n; rule-out n g; play-down n; brush-off n a; shrug-off n a; single-out n f;
speak-out q +against +about; come-out +against +for; push-back +against +on; emerge i; transpire i;
radio q c p; cable q c p M; wire q c p M; telegraph q c p M; text c d p M; email q c d p M; e-mail q c d p M;
message c d p M; blog q c p M
"""
"""Verbs of saying and writing, each with its frames."""

THOUGHT: Final = """
believe c p; think c p w; feel c; hope c t p +for; fear c n; expect c t o; know c w; understand c w;
suspect c p; assume c; doubt c w n; consider k o; regard a; view a; see a; imagine c w; wonder q w p;
realize c w E; realise c w E; recognize C c a E; recognise C c a E; remember c w; learn C w; discover C w;
decide C w; worry c +about; wish c t; plan t; intend t; dream C; agree t; pretend c; presume c; trust c; accept C;
figure c;
favor n; favour n; oppose n g; support n; welcome n; back n; dispute n C; contest n; want t o n; mean C;
envision n; envisage n
"""
"""Verbs of thinking, believing and wishing."""

NOUNS: Final = """
claim allegation accusation assertion statement announcement warning suggestion report argument promise pledge
vow call demand insistence denial admission acknowledgement acknowledgment confession contention declaration
prediction forecast complaint charge belief hope fear view opinion concern conviction suspicion assurance
guarantee threat confirmation revelation remark comment observation conclusion criticism proposal request appeal
plea recommendation rumour rumor speculation testimony tweet message idea notion theory explanation assessment
estimate
"""
"""Nouns that report."""

PAST: Final = """
say said said; tell told told; write wrote written; speak spoke spoken; think thought thought; feel felt felt;
know knew known; understand understood understood; find found found; hold held held; see saw seen;
swear swore sworn; sing sang sung; read read read; forecast forecast forecast; foresee foresaw foreseen;
show showed shown; begin began begun; mean meant meant; put put put; make made made; hear heard heard;
seek sought sought; rebut rebutted rebutted; prove proved proven; broadcast broadcast broadcast;
dream dreamed dreamt; learn learned learnt; shoot shot shot; set set set; lay laid laid; hit hit hit;
come came come; go went gone; beseech besought besought; went went gone
"""
"""The past and participle of irregular verbs."""
