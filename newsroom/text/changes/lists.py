"""Words that carry meaning out of proportion to their length, in classes. English, in lower case."""

from newsroom.text import lexicon
from newsroom.text.listed import listed
from newsroom.text.names import BODIES, TITLES
from newsroom.text.verbs import LOOSE, SAYING

NEGATORS = listed(
    """not no never none nor neither nobody nothing nowhere without cannot hardly scarcely barely seldom rarely unless
    except denied denies deny denying refused refuses refuse failed fails fail lacks lacked false falsely untrue wrong
    wrongly doubt doubts doubted doubtful dispute disputes disputed reject rejects rejected refute refutes refuted"""
)
QUANTIFIERS = listed(
    """all any both each either every everybody everyone everything few fewer half less little lots majority many
    minority more most much multiple none numerous several some somebody someone something whole entire only
    couple dozen dozens hundreds thousands millions billions handful plenty various part partly mostly largely
    always often sometimes usually generally occasionally frequently"""
)
HEDGES = listed(
    """alleged allegedly apparent apparently approximately around about almost nearly roughly estimated reportedly
    reported supposed supposedly purported purportedly suspected presumed presumably perhaps maybe possibly possible
    probable probably likely unlikely could may might would should seemingly seems seem seemed appears appear appeared
    suggests suggested believed thought said claimed unconfirmed so-called ostensibly potential potentially up at least
    over under some expected planned proposed if whether hope hopes hoped fear fears feared rumour rumours rumoured
    rumor rumors rumored assume assumes assumed presume presumes guess guessed"""
) - listed("up at")
DATES = (
    frozenset(map(str.lower, lexicon.DAYS | lexicon.MONTHS))
    | lexicon.DATES
    | listed("last next this previous since until before after during ago morning afternoon evening night early late")
) - listed("this")
CURRENCY = lexicon.MONEY | frozenset("$€£¥₹₴₽₩") | listed("dollar euro pound cent pence penny")
UNITS = listed(
    """% ‰ ° per percentage point points metre metres kilometre kilometres centimetre centimetres millimetre millimetres
    mile miles foot feet inch inches yard yards acre acres hectare hectares gram grams kilogram kilograms kg g mg km
    m cm mm tonne tonnes ton tons litre litres gallon gallons barrel barrels second seconds minute minutes hour hours
    day days week weeks month months year years degree degrees celsius fahrenheit watt watts kilowatt kilowatts
    megawatt megawatts gigawatt gigawatts volt volts mph kph people times"""
)
# Offices and bodies: a capital makes no other of them.
ROLES = (
    frozenset(map(str.lower, BODIES))
    | TITLES
    | lexicon.STATUSES
    | listed("government administration internet web am pm federal")
)
COMPARISONS = lexicon.COMPARISONS | lexicon.SUPERLATIVES
# Words that put what stands around them in someone's mouth.
CUES = (SAYING - LOOSE) | listed("according accused accuses charged believes believe quoted cited")
CAUSES = lexicon.CAUSES

# In the order in which a change is told: the first class that differs names it.
CLASSES = {
    "negation": NEGATORS,
    "currency": CURRENCY,
    "unit": UNITS,
    "date": DATES,
    "quantifier": QUANTIFIERS,
    "hedge": HEDGES,
    "comparison": COMPARISONS,
    "cue": CUES,
    "cause": CAUSES,
}
# Written with a capital these are other words.
CASED = listed(
    """polish march may us it who turkey china bush mark bill will rose grace hope faith pat bob jack frank dean rice
    cook baker smith brown white black green king bishop pope west east north south apple amazon shell gap target
    visa ford bank congress chile jordan guinea reading nice bath cork mobile august god catholic democrat democratic
    republican conservative liberal labour labor green greens state"""
)
