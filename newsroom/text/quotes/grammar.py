"""The small words that a noun phrase ends at, begins with, or goes on over."""

import re

from newsroom.text.listed import listed

PRONOUNS = listed("he she they it i we you who")
OBJECTS = listed("me him her them us you it")
DETERMINERS = listed(
    "the a an this that these those his her its their our my your one another some many several no every each both"
)
POSSESSIVES = listed("his her its their our my your")
PREPOSITIONS = listed(
    """of for from at in on to with by about into over under against between among through during after before since
    until near outside inside behind despite without within across toward towards upon like per via amid following
    regarding concerning including"""
)
# A noun phrase does not go beyond these.
BREAKS = listed(
    """and but or nor so yet that which who whom whose when while as because if although though since where whether
    until after before than then however because unless once how why what not to is are was were be been being has
    have had will would can could may might must should do does did never"""
)
TIMES = listed(
    """monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight last earlier late
    later this next recently again repeatedly afterwards afterward there here now then once in on during at"""
)
PEOPLE = re.compile(r"\w(?:ian|ean|can|ese|ish|nch|utch|wiss|eek|stani|raqi|raeli|ocratic)\Z")
LONGEST = 14
LEADING = listed(
    "still meanwhile however today yesterday instead earlier later there here also perhaps but and so yet finally"
)
OPENING = (
    PREPOSITIONS | LEADING | listed("when while as if although though hours days weeks asked then so given because")
)
# Whom one speaks to, never who speaks; what no phrase ends at, begins with, or has right behind a name.
LISTENERS = OBJECTS - POSSESSIVES
LINKS = BREAKS | PREPOSITIONS
NO_HEAD = LINKS | (TIMES - DETERMINERS) | LISTENERS
NO_END = PREPOSITIONS | DETERMINERS
NO_NAME = LINKS | DETERMINERS
