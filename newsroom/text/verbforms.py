"""Which words are finite verbs: what a clause needs."""

from newsroom.text.lexicon import VERBS
from newsroom.text.listed import listed
from newsroom.text.verbs import SAYING

FINITE = (
    VERBS | {word for word in SAYING if word.endswith("ed")} | listed("says said tells told adds asks wrote writes")
)
# End in -ed without being verbs.
NOT_VERBS = listed(
    "hundred hundreds need seed speed bed red shed breed weed greed creed indeed united aged naked sacred"
)
ADVERBS = listed("also now then later still never already soon first again just only not even once since finally often")
PLURALS = listed("police people men women children percent cent they we you I")
OBJECTS = listed(
    """a an the his her its their our my your this that these those it them him us me to no more less every each all
    some any about around nearly almost over until till up down out one two three four five six seven eight nine ten"""
)
# Before these words no subject is over: criticism that he was late is no clause.
NO_SUBJECT = listed(
    "more less most very that who which whose where when to if how why what as because after since while"
)
