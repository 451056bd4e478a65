"""How far the words reach that name a speaker, and over what stands between them and their verb."""

import pytest

from newsroom.text.quotes import quotes

BEHIND = """Ezra van der Berg, a clerk|Ezra van der Berg
the Rev. Dr. Ana Lind, pastor of Holm|the Rev. Dr. Ana Lind
23-year-old Jose Falk|23-year-old Jose Falk
Falk, 23|Falk
Lt. Col. James Marlow of the Third Fleet|Lt. Col. James Marlow of the Third Fleet
former U.S. Sen. Ana Lind of Ohio|former U.S. Sen. Ana Lind of Ohio
one resident, who asked not to be named|one resident
neighbors and friends|neighbors and friends
Holm police spokeswoman Ana Lind|Holm police spokeswoman Ana Lind
Ana Lind Monday|Ana Lind
Ana Lind in a statement|Ana Lind
Ana Lind as she left the hall|Ana Lind
Ana Lind and Jon Falk in a joint letter|Ana Lind and Jon Falk
Ana Lind’s lawyer, Jon Falk|Ana Lind’s lawyer
Sen. Ana Lind (D-Conn.)|Sen. Ana Lind
Sen. Ana Lind, D-Conn.|Sen. Ana Lind
Ana “Red” Lind|Ana “Red” Lind
Dr. Ana M. Lind-Falk|Dr. Ana M. Lind-Falk
a Lind spokesman who declined to be named|a Lind spokesman
a senior White House official|a senior White House official
the National Weather Service in Holm|the National Weather Service
CNN’s Ana Lind|CNN’s Ana Lind
a spokesperson for the company|a spokesperson for the company
many of the protesters|many of the protesters
Lind in an op-ed for The Courier|Lind
a Wednesday editorial|a Wednesday editorial
Ana Day, a captain|Ana Day"""
BEFORE = """Lind, whose family owns the ferry, said|Lind
Lind, 58, said|Lind
Lind (no relation to Ana) said|Lind
Lind, of Holm, told reporters|Lind
Lind, in a rare interview, said|Lind
Lind — who sails herself — said|Lind
A spokesman for Lind said|A spokesman for Lind
The ferry’s captain, Ana Lind, said|Ana Lind
Police Chief Ana Lind later said|Police Chief Ana Lind
Gov. Ana Lind’s office said|Gov. Ana Lind’s office
A senior administration official told CNN|A senior administration official
People close to him said|People close to him
Lind would later write|Lind
Lind himself said|Lind
They both said|They
The mother of three said|The mother of three
The former first lady said Thursday|The former first lady
An aide who asked for anonymity said|An aide
Lind, Holm’s governor, said|Lind
Dr. Lind, M.D., said|Dr. Lind
Officials in three states said|Officials in three states
Lind on Monday night in Holm said|Lind
Lind and others have said|Lind and others
Lind would only say|Lind
Some say|Some"""
CLAUSES = """In a speech on Monday, Lind vowed to “fight on.”|Lind
Lind issued a statement Monday calling the plan “a joke.”|Lind
Lind accused Falk of “playing games with the truth.”|Lind
Asked about Falk, Lind said he was “a joke.”|Lind
Lind was quoted as saying “it leaks.”|Lind
A judge ruled that the plan was “a joke.”|A judge
The plan, Lind said, is “a joke.”|Lind
The plan, according to Lind, is “a joke.”|Lind
The plan is “a joke” and should be dropped, according to Lind.|Lind
The plan is “a joke” and should be dropped, argues Ana Lind, a senator.|Ana Lind
Still, said Lind, “it leaks like a basket.”|Lind
Lind, a sailor, called the plan “a joke” while Falk called it “a dream.”|Lind
The Courier, citing two officials, reported that Lind was “in.”|The Courier
Lind released a video in which he called the plan “a joke.”|he
The senator’s remarks came a day after Lind called the plan “a joke.”|Lind
The plan drew criticism from Lind, who called it “a joke.”|who
She was defending the ferry against recent attacks from Falk, but admitted “a few leaks.”|She
Falk won 758 pledged delegates, and Lind called it “a joke.”|Lind
Lind, who was away, said in an email from Holm that the plan was “a joke.”|Lind"""


def cases(listed: str) -> list[list[str]]:
    return [line.split("|") for line in listed.splitlines()]


def mentioned(text: str) -> str:
    return next(quote.speaker_mention for quote in quotes(text) if quote.marked)


@pytest.mark.parametrize(("words", "mention"), cases(BEHIND))
def test_speaker_behind_the_verb(words, mention):
    assert mentioned(f"“It leaks,” said {words}.") == mention


@pytest.mark.parametrize(("words", "mention"), cases(BEFORE))
def test_speaker_before_the_verb(words, mention):
    assert mentioned(f"{words} “it leaks and creaks.”") == mention
    assert mentioned(f"“It leaks,” {words}.") == mention


@pytest.mark.parametrize(("text", "mention"), cases(CLAUSES))
def test_speaker_of_the_clause(text, mention):
    assert mentioned(text) == mention
