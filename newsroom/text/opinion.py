"""Whether a sentence sounds like opinion: a hint with the words behind it, never a decision."""

import re

from newsroom.text.listed import listed
from newsroom.text.wording import Wording

EVALUATIVE = listed(
    """absurd absurdly appalling atrocious awful abysmal brilliant catastrophic contemptible cowardly cruel
    deplorable despicable disastrous disgrace disgraceful disgusting dreadful egregious evil farce farcical
    foolish foolishly hideous horrible horrific hypocrisy hypocritical idiotic immoral incompetent insane
    laughable ludicrous magnificent marvellous marvelous monstrous nonsense obscene outrageous pathetic
    pointless preposterous reckless ridiculous ridiculously scandalous senseless shameful shamefully shameless
    sickening silly splendid stupid stupidity superb terrible terribly terrific travesty tragic tragically
    vile wicked wonderful wretched amazing beautiful awesome mindless toxic woefully hysteria lunacy madness
    delusional inept brutal mayhem perverse unfair unjust noble glorious bleak ugly savage bizarre weird crazy
    dumb shocking alarming troubling fantastic remarkable extraordinary impressive stunning inspiring
    delightful perfect perfectly greatest so-called propaganda charade sham tyranny tyrannical liars puppet
    cynical arrogant naive greedy unforgivable inexcusable indefensible heroic"""
)
STANCE = listed(
    """alas arguably clearly frankly fortunately hopefully ironically lamentably luckily mercifully naturally
    obviously regrettably sadly surely thankfully undeniably undoubtedly unfortunately unquestionably
    predictably"""
)
DUTY = re.compile(r"\b(?:ought to|must(?! have)|mustn[’']t|no (?:doubt|wonder|excuse))\b")
CALL = re.compile(r"\b(?:should|shouldn[’']t|needs? to|time (?:to|for)|deserves?)\b")
OURS = re.compile(r"\b(?:[Ww]e|us|[Oo]ur|I|my|you|your)\b")
APPEAL = re.compile(
    r"\b(?:[Ii]magine|[Ll]et(?:[’']s| us)|I (?:think|believe|suspect|fear|wish|hope)"
    r"|nothing (?:but|less|more)|kind of|really)\b"
)
# One of these must be there before a pattern is worth trying.
DUTIES = listed("ought must mustn’t mustn't doubt wonder excuse")
APPEALS = listed("imagine let let’s let's i nothing kind really")
CALLS = listed("should shouldn’t shouldn't need needs time deserve deserves")
TELLING = EVALUATIVE | STANCE | DUTIES | APPEALS | CALLS


def opinion(said: Wording) -> str:
    """The rule and the words that make it sound like opinion: 'evaluative word: “absurd”'; "" when nothing does.

    `said` is what the story says in its own voice: pass no words that it quotes. Tried on the sentences of
    NewsSD-ENG (CC BY 4.0), of which nothing is kept here.
    """
    if not tells(said):
        return exclaimed(said.text)
    for rule, words in (("evaluative word", EVALUATIVE), ("word of stance", STANCE)):
        found = said.lower & words
        if found:
            return f"{rule}: “{next(word for word in said.words if word.lower() in found)}”"
    for rule, words, pattern in (("call to act", DUTIES, DUTY), ("writer’s voice", APPEALS, APPEAL)):
        match = pattern.search(said.text) if said.lower & words else None
        if match:
            return f"{rule}: “{match.group()}”"
    if said.lower & CALLS:
        call, ours = CALL.search(said.text), OURS.search(said.text)
        if call and ours:
            return f"call to act: “{ours.group()} … {call.group()}”"
    return exclaimed(said.text)


def tells(said: Wording) -> bool:
    """Whether it has a word that any rule but the exclamation mark asks for."""
    return not said.lower.isdisjoint(TELLING)


def exclaimed(wording: str) -> str:
    return "exclamation: “!”" if wording.rstrip(" ”\"’'").endswith("!") else ""
