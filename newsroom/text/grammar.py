"""The small words that say where a sentence can be cut."""

from newsroom.text.listed import listed

# What joins clauses.
JOINING = listed("and but while whereas although though yet so then")
RELATIVE = listed("who which where whose when")
UNDER = listed("after because since as")
# Joints without a sign before them.
ALONE = UNDER | listed("and but while whereas")
WITH_SIGN = JOINING | RELATIVE | UNDER
PRONOUNS = listed("I he she it they we you there")
ARTICLES = listed("a an the his her its their another half")
# A tail that compares: down from 71,000; about 6% of the workforce.
COMPARING = listed(
    """up down compared more less fewer lower higher nearly almost about roughly around short well far double twice
    triple from versus against equal equivalent over under"""
)
PRICING = listed("at worth costing")
NO_PARTICIPLE = listed(
    """including according following depending excluding during king ring thing wing spring evening morning nothing
    something anything everything being having regarding concerning"""
)
# Right before “after” or “since” they belong to it: hours after, shortly after; and before “as”: such as.
MEASURED = {
    "as": listed("even just only much well such same so far known soon long not"),
    "after": listed(
        """hours days weeks months years minutes moments hour day week month year shortly soon even just only long
        immediately right not especially"""
    ),
    "since": listed("ever even only years"),
    "because": listed("just only not simply partly"),
}
# They open a sentence before its subject; the first of them a clause with a verb of its own.
SUBORDINATE = listed("when while as if although though because since after before until unless whether where once")
INTRODUCING = SUBORDINATE | listed(
    """of for from at in on to with by about into over under against between among through during near outside inside
    behind despite without within across toward towards upon like unlike per via amid following regarding concerning
    including given asked last next earlier later today yesterday instead meanwhile however finally hours days weeks"""
)
# They open a sentence without a part in it.
OPENERS = listed("but and yet so")
# A left side with one of these is perhaps not over at a comma: that if he opted, | he should insist.
UNFINISHED = SUBORDINATE | listed("that than like")
# Verbs that say who says the rest, at the end of a sentence; and what may stand behind them there.
SHOWING = listed(
    "say show shows showed told heard found said says reported admitted announced added adds confirmed according"
)
WHEN = listed("on in at to by last this yesterday today late early")
