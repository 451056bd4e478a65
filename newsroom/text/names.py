"""Names of people and bodies: what one looks like."""

import unicodedata

from newsroom.text.listed import any_of, listed

# Every capital letter of the alphabets that have capitals, as a character class.
UPPER = "[" + "".join(chr(c) for c in range(0x2C00) if unicodedata.category(chr(c)) in ("Lu", "Lt")) + "]"
GAP = "[ \u00a0]"

TITLES = listed(
    """mr mrs ms miss dr sir dame lord lady prof professor president vice sen senator rep representative gov governor
    rev reverend gen general col colonel maj major capt captain lt lieutenant sgt sergeant judge justice mayor chief
    minister prime chancellor king queen prince princess pope father st hon speaker director secretary
    spokesman spokeswoman spokesperson congressman congresswoman attorney chairman chairwoman chair ambassador
    inspector superintendent detective officer commissioner councillor councilman councilwoman deputy former then
    bishop rabbi imam sheikh premier the a an mme mlle herr frau"""
)
# Capitalised without naming anybody.
NOT_NAMES = listed(
    """the a an this that these those he she it they we you i his her its their our my your there here what when where
    who why how which while if in on at for from by with without after before during since until under over as but
    between among
    and or so yet nor then now not no yes all some many most few both each every one two three another other
    however still also meanwhile instead later earlier today yesterday once despite although though because
    nobody nothing neither either even only just about monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december asked according
    said well oh okay ok again indeed perhaps maybe read more watch photo image video updated correction to of is
    are was were do does did have has had will would can could should must let don't i'm it's that's mr mrs ms"""
)
PERIOD_TITLES = listed(
    "Mr Mrs Ms Messrs Dr Prof Sen Rep Gov Gen Col Maj Capt Lt Sgt Rev Fr Hon Pres Adm St Det Supt Insp"
)
PARTICLES = listed("de da di del della la le van von der den ter bin ibn al el y e dos das du af av zu")

WORD = (
    rf"(?:(?:{any_of(PERIOD_TITLES)})\.|(?:{UPPER}\.){{1,5}}+(?!\w)"
    rf"|{UPPER}(?:\w*+(?:[’'-](?!s\b)\w+){{0,3}}+))"
)
# It begins with a plain character class on purpose: so the engine leaps from capital to capital.
FIRST = (
    rf"{UPPER}(?<!\w.)(?:(?:{'|'.join(f'(?<={title[0]}){title[1:]}' for title in sorted(PERIOD_TITLES))})\."
    rf"|\.(?:{UPPER}\.){{0,4}}+(?!\w)|\w*+(?:[’'-](?!s\b)\w+){{0,3}}+)"
)

# Words in the names of bodies and places, never in those of people.
BODIES = listed(
    """Party University College School Department Ministry Council Committee Company Corp Inc Ltd Group Bank Times Post
    News Journal House Senate Court Street Road Avenue City County State States Union Association Institute Foundation
    Center Centre Service Agency Office Bureau Board Commission Club Church Hospital Police Press Daily Network Radio
    TV Day Night War Act Bill Kingdom Republic America Island Islands River Lake Sea Bay Hill Park Square Bridge
    Harbour Harbor Airport Station Line Lines Fund Trust Authority Federation Congress Parliament Assembly"""
)
