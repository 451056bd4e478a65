"""What is known of single words: small sets that a word belongs to or not, as bits of one number."""

from collections.abc import Iterable

from newsroom.text import verbs
from newsroom.text.listed import listed

PRONOUNS = listed("he she they it i we you who")
CONTRACTED = listed(
    """he's she's it's that's there's who's he'd she'd they'd i'd we'd you'd who'd it'd he'll she'll they'll i'll we'll
    you'll it'll i'm i've we've you've they've they're we're you're what's here's"""
)
OBJECTS = listed("me him them us")
DETERMINERS = listed(
    """the a an this these those his her its their my your our one another some many several no every each both any
    most few all two three four five six"""
)
POSSESSIVES = listed("his her its their my your our")
PREPOSITIONS = listed(
    """of for from at in on to with by about into over under against between among through during after before since
    until near outside inside behind despite without within across toward towards upon like per via amid
    following regarding concerning including around beyond alongside versus throughout beside besides onto along"""
)
RELATIVES = listed("who which that whom who's that's who'd")
# A noun phrase does not go beyond these.
LINKS = RELATIVES | listed(
    """and but or nor so yet whose when while as because if although though since where whether until than however
    unless once how why what not whatever whoever wherever after before"""
)
AUXILIARIES = listed(
    """has have had is was were are be been being will would did does do could can may might must should shall hasn't
    haven't hadn't isn't wasn't weren't aren't won't wouldn't didn't doesn't don't couldn't can't cannot
    shouldn't never ain't"""
)
# Between a subject and its verb, or behind the verb, without being either.
ADVERBS = listed(
    """also later then now once often again still even just only first not never ever almost soon already too long
    further meanwhile however instead therefore thus back rather always sometimes both all twice nonetheless
    nevertheless perhaps maybe indeed afterwards afterward myself himself herself themselves itself"""
)
DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = listed("january february march april june july august september october november december")
TIMES = listed(
    """yesterday today tomorrow tonight earlier later recently afterwards afterward last next here there ago morning
    afternoon evening night week month year weekend time past day hour hours minutes days weeks months years
    decade decades"""
)
# Finite verbs that put no words in a mouth: where they stand, a clause has its subject before them.
FINITE = listed(
    """is are was were am has have had will would does did can could may might must should shall isn't wasn't aren't
    weren't hasn't hadn't haven't won't wouldn't didn't doesn't don't can't couldn't cannot shouldn't went took
    came made gave got ran won lost led left met held kept stood sat fell rose grew drew threw shook broke chose
    drove rode wore knew saw heard meant sent spent built bought brought caught taught sought fought paid laid
    set cut hit let shut quit became stole tore bore beat bit hid slid lay sank goes takes comes makes gives
    gets runs wins loses leads leaves meets holds keeps stands sits falls rises grows draws throws speaks breaks
    chooses drives wears knows sees hears means sends spends builds buys brings catches teaches seeks fights
    pays lays sets cuts hits lets becomes needs seems appears remains hopes likes loves tries turns shows showed
    opens closes uses used needed seemed appeared remained tried turned signed issued released launched visited
    joined faced shot returned moved worked lived served ended stopped helped followed voted acted forgot
    forgave ate drank flew froze hung knelt lent lit rang shrank slept spun spread sprang stuck struck swept
    swam swung woke wept bent bled bred clung crept dealt dug fled flung got hurt dreamt leapt leant overtook
    withdrew undertook underwent"""
)
# A sentence may open with these, its subject behind a comma.
OPENERS = listed(
    """still meanwhile however today yesterday instead earlier later there here also perhaps but and so yet finally
    when while as if although though hours days weeks asked then given because since until once after before
    despite even last"""
)
# Who holds a view: in her words, in the ministry’s opinion.
VIEWS = listed("words view opinion telling parlance phrase")

# The bits. A word may have several.
SAY, STRICT, REPORT, BASE, NOUN, ING, SPEECH, CLAUSAL, TELLING = (1 << bit for bit in range(9))
PRON, WHO, THAT, OBJ, DET, POSS, PREP, LINK, AUX, ADVERB, TIME, FIN, OPENER = (1 << bit for bit in range(9, 22))
MARK, COMMA, STOP, DASH, COLON, QUOTE, VIEW, ACCORDING = (1 << bit for bit in range(22, 30))
# Beyond 30 bits a number is slow: these are rare.
NAMING, CLOSE = 1 << 30, 1 << 31
# What is often asked for together: a pause, who may stand for a name, what stands between a subject and its verb, what
# a verb is known by, what no phrase goes beyond.
PAUSE = COMMA | DASH
ANYBODY = PRON | WHO
NAMED = PRON | DET
BETWEEN = AUX | ADVERB
VERBAL = FIN | AUX | SAY
BREAK = MARK | LINK | QUOTE
BOUND = BREAK | PREP
# Words that a rule starts from.
CUES = SAY | SPEECH | VIEW | ACCORDING | QUOTE

# Stands for a stretch in marks while a text is cut into words.
STRETCH = "\ue000"
MARKS = (
    (QUOTE, frozenset([STRETCH])),
    (MARK, listed(', . ; : ! ? … – — ― - ( ) [ ] { } / | · • * " “ ” « » „ ‘ < > ・ 、 。')),
    (COMMA, listed(", 、")),
    (STOP, listed(". ! ? … 。")),
    (DASH, listed("– — ― -")),
    (COLON, listed(":")),
    (CLOSE, listed(") ]")),
)
ENGLISH = (
    (SAY, verbs.SAYING),
    (STRICT, verbs.STRICT),
    (REPORT, verbs.STRICT | verbs.JUDGING),
    (BASE, verbs.PLAIN),
    (NOUN, verbs.NOUNS),
    (ING, frozenset(word for word in verbs.SAYING if word.endswith("ing"))),
    (NAMING, verbs.NAMING),
    (CLAUSAL, verbs.CLAUSAL),
    (TELLING, verbs.TELLING),
    (SPEECH, verbs.SPEECH),
    (VIEW, VIEWS),
    (ACCORDING, listed("according")),
    (PRON, PRONOUNS | CONTRACTED),
    (WHO, RELATIVES),
    (THAT, listed("that")),
    (OBJ, OBJECTS),
    (DET, DETERMINERS),
    (POSS, POSSESSIVES),
    (PREP, PREPOSITIONS),
    (LINK, LINKS),
    (AUX, AUXILIARIES),
    (ADVERB, ADVERBS),
    (TIME, DAYS | MONTHS | TIMES),
    (FIN, FINITE | CONTRACTED),
    (OPENER, OPENERS),
)


def kinds(*tables: Iterable[tuple[int, frozenset[str]]]) -> dict[str, int]:
    """The bits of every word of some tables."""
    known: dict[str, int] = {}
    for table in tables:
        for bit, words in table:
            for word in words:
                known[word] = known.get(word, 0) | bit
    return known


KINDS = kinds(MARKS, ENGLISH)
