"""The verbs and phrases that put words in someone's mouth."""

import re

from newsroom.text.listed import any_of, listed

# Speech verbs by form; phrasal ones are found by their verb.
SAYING = listed(
    """say says said saying tell tells told telling add adds added adding ask asks asked asking write writes wrote
    written writing tweet tweets tweeted tweeting post posted announce announces announced announcing argue
    argues argued arguing assert asserts asserted asserting claim claims claimed claiming conclude concludes
    concluded concluding confirm confirms confirmed confirming continue continues continued continuing declare
    declares declared declaring deny denies denied denying explain explains explained explaining insist
    insists insisted insisting note notes noted noting quip quips quipped recall recalls recalled recalling
    remark remarks remarked reply replies replied replying report reports reported reporting respond responds
    responded responding reveal reveals revealed revealing shout shouts shouted shouting state states stated
    stating suggest suggests suggested suggesting testify testifies testified warn warns warned warning admit
    admits admitted admitting acknowledge acknowledges acknowledged acknowledging allege alleges alleged
    alleging promise promises promised promising pledge pledges pledged pledging vow vows vowed vowing call
    calls called calling describe describes described describing accuse accuses accused accusing predict
    predicts predicted predicting read reads complain complains complained complaining urge urges urged urging
    joke jokes joked joking exclaim exclaims exclaimed observe observes observed answer answers answered
    caution cautions cautioned cry cries cried whisper whispers whispered yell yelled chant chanted chanting
    mutter muttered murmur murmured mock mocked charge charges charged charging counter countered contend
    contends contended contending maintain maintains maintained maintaining emphasize emphasizes emphasized
    emphasise emphasised stress stresses stressed stressing reiterate reiterates reiterated repeat repeats
    repeated comment commented lament laments lamented lamenting boast boasts boasted brag bragged concede
    concedes conceded conceding criticize criticizes criticized criticise criticised criticizing dub dubbed
    label labeled labelled labeling portray portrayed quote quotes quoted quoting cite cites cited refer
    refers referred referring blast blasted slam slammed decry decried praise praised praising denounce
    denounced denouncing demand demands demanded demanding offer offered opine opined proclaim proclaims
    proclaimed rail railed reason reasoned retort retorted thunder thundered tout touted scoff scoffed sneer
    sneered speculate speculated swear swore vent vented thank thanked wonder wondered wondering muse mused
    plead pleaded protest protested snap snapped sigh sighed grumble grumbled find finds found believe
    believes believed think thinks thought learn learned estimate estimates estimated agree agrees agreed
    express expressed expressing plan discuss discussed compare compared comparing characterize characterized
    characterizing deem deemed assure assured signal signaled signalled point points pointed pointing went
    shot recount recounted recounts relate relay relayed invite advise advised advises advising instruct
    instructed order ordered inform informed informs remind reminded reminds propose proposed proposes
    recommend recommended recommends voice voiced hint hinted indicate indicates indicated indicating imply
    implied stipulate interject interjected begin began start started include included mention mentioned
    mentions mentioning jeer jeered sing sang reject rejected defend defended defending blame blamed blaming
    attack attacked dismiss dismissed dismissing hail hailed hails bemoan bemoaned ridicule ridiculed scream
    screamed screaming email emailed text texted gush gushed intone intoned"""
)

# Verbs that report more loosely: trusted less, and never for words without marks.
LOOSE = listed(
    """find finds found believe believes believed think thinks thought learn learned plan discuss discussed went shot
    begin began start started include included offer offered order ordered point points pointed pointing thank
    thanked reject rejected defend defended defending attack attacked read reads post posted charge charges
    charged charging call calls called calling describe describes described describing dub dubbed label
    labeled labelled labeling refer refers referred referring quote quotes quoted quoting cite cites cited
    compare compared comparing express expressed expressing praise praised praising blast blasted slam slammed
    hail hailed hails mock mocked dismiss dismissed dismissing portray portrayed tout touted text texted
    continue continues continued continuing repeat repeats repeated answer answers answered demand demands
    demanded demanding voice voiced mention mentioned mentions mentioning sing sang cry cries cried blame
    blamed blaming accuse accuses accused accusing characterize characterized characterizing criticize
    criticizes criticized criticise criticised criticizing denounce denounced denouncing decry decried deem
    deemed relate ridicule ridiculed bemoan bemoaned signal signaled signalled assure assured reason reasoned
    wonder wondered wondering plead pleaded recall recalls recalled recalling snap snapped comment commented
    stress respond responds responded responding reply replies replied replying speculate agree agrees agreed
    instruct inform informed informs propose proposed proposes recommend recommended recommends"""
)

# Nouns as well as verbs: the secretary of state, a report, her claim.
NOUNS = listed(
    "state states report reports claim claims note notes plan order point points post call calls read answer"
)

# Uninflected: verbs only after a plural, a pronoun, an auxiliary or “to”.
PLAIN = listed(
    """tweet post announce argue assert claim conclude confirm continue declare deny explain insist note recall remark
    reply report respond reveal shout state suggest testify warn admit acknowledge allege promise pledge vow call
    describe accuse predict complain urge joke exclaim observe answer caution cry whisper counter contend maintain
    emphasize emphasise stress reiterate repeat comment lament boast concede criticize criticise dub label quote cite
    refer blast slam decry praise denounce demand offer proclaim speculate swear vent thank wonder muse plead protest
    find believe think learn estimate agree express plan discuss compare characterize deem assure signal point tell
    recount relate relay invite advise instruct order inform remind propose recommend voice hint indicate imply
    stipulate interject begin start include mention jeer sing reject defend blame attack dismiss hail bemoan ridicule
    say scream email text write ask add read quip"""
)

CUE = re.compile(rf"\b{any_of(SAYING)}\b", re.IGNORECASE)

AUXILIARY = listed(
    """has have had is was were are be been would will did does do also later then now once often previously recently
    reportedly could can may might must should not never"""
)
