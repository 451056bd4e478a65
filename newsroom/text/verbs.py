"""The verbs and phrases that put words in someone's mouth."""

import re

from newsroom.text.listed import any_of, inflected, listed

# Verbs that report what somebody said, with or without marks.
STRICT = inflected(
    """acknowledge add admit advise allege announce argue ask assert boast brag caution chant claim complain concede
    conclude confirm contend counter declare deny email emphasize emphasise estimate exclaim explain grumble
    gush hint imply indicate insist interject intone invite jeer joke lament maintain muse mutter murmur note
    observe opine pledge predict proclaim promise protest quip rail recount reiterate relay remark remind report
    retort reveal scoff scream shout sigh sneer state stipulate suggest testify thunder tweet urge vent vow warn
    whisper yell retaliate deadpan marvel enthuse clarify confess disclose elaborate""",
    doubling="admit brag quip",
) | listed("say says said saying tell tells told telling write writes wrote written writing swear swears swore")
# Verbs that report more loosely: trusted less, and never for words without marks.
LOOSE = inflected(
    """accuse agree answer applaud apologize apologise assail assure attack bash believe bemoan berate blame blast
    brand call castigate characterize characterise charge cheer cite coin comment compare condemn continue
    criticize criticise cry decry deem defend demand denounce deride describe discuss dismiss downplay dub echo
    encourage express fear hail hope include inform instruct insult interpret invoke label lambast lambaste
    learn liken mention mimic mock offer order plan plead point portray post praise press propose push question
    quote rant rebuke recall recommend refer reject relate repeat reply request respond ridicule rip salute
    scold signal slam snap speculate stress summarize taunt tease term text thank tout voice want wonder worry
    anticipate expect herald talk rule determine decide imagine""",
    doubling="refer rip snap slam plan",
) | listed(
    """find finds found finding think thinks thought thinking begin begins began beginning start starts started
    starting goes went going shot reads reading read put puts speak speaks spoke spoken speaking sing sings sang
    singing feel feels felt"""
)
SAYING = STRICT | LOOSE
# Nouns as well as verbs: the secretary of state, a report, her claim.
NOUNS = listed(
    """state states report reports claim claims note notes plan plans order orders point points post posts call calls
    read answer answers charge charges remark remarks demand demands request requests question questions comment
    comments promise promises pledge pledges vow vows hope hopes fear fears want wants praise blast press push
    signal signals tweet tweets text texts offer offers mention term terms brand brands label labels quote
    quotes reply voice voices estimate estimates concerns protest protests chant chants cheer cheers start
    starts email emails blame attack attacks insult insults feel worry worries echo stress find finds thought
    joke jokes boast shot slam hint hints warning feeling reading meaning beginning talk talks rule rules ruling"""
)
# Uninflected: verbs only after a plural, a pronoun, an auxiliary or “to”.
PLAIN = listed(
    """acknowledge add admit advise allege announce argue ask assert boast brag caution chant claim complain concede
    conclude confirm contend counter declare deny email emphasize emphasise estimate exclaim explain grumble
    gush hint imply indicate insist interject intone invite jeer joke lament maintain muse mutter murmur note
    observe opine pledge predict proclaim promise protest quip rail recount reiterate relay remark remind report
    retort reveal scoff scream shout sigh sneer state stipulate suggest testify thunder tweet urge vent vow warn
    whisper yell retaliate deadpan marvel enthuse clarify confess disclose elaborate say tell write swear accuse
    agree answer applaud apologize apologise assail assure attack bash believe bemoan berate blame blast brand
    call castigate characterize characterise charge cheer cite coin comment compare condemn continue criticize
    criticise cry decry deem defend demand denounce deride describe discuss dismiss downplay dub echo encourage
    express fear hail hope include inform instruct insult interpret invoke label lambast lambaste learn liken
    mention mimic mock offer order plan plead point portray post praise press propose push question quote rant
    rebuke recall recommend refer reject relate repeat reply request respond ridicule rip salute scold signal
    slam snap speculate stress summarize taunt tease term text thank tout voice want wonder worry anticipate
    expect herald talk rule determine decide imagine speak find think begin start go sing feel"""
)
# Verbs of naming: “called it “a basket””. What is said begins right behind them.
NAMING = listed(
    """call calls called calling describe describes described describing dub dubs dubbed dubbing label labels labeled
    labelled labeling labelling brand brands branded branding term terms termed terming deem deems deemed
    characterize characterizes characterized characterizing characterise characterised characterising portray
    portrays portrayed portraying tout touts touted denounce denounces denounced denouncing refer refers
    referred referring praise praises praised praising dismiss dismisses dismissed dismissing mock mocks mocked
    mocking hail hails hailed criticize criticizes criticized criticizing criticise criticises criticised
    criticising blast blasts blasted slam slams slammed decry decries decried accuse accuses accused accusing
    compare compares compared comparing thank thanks thanked blame blames blamed blaming attack attacks attacked
    ridicule ridiculed"""
)
# What these say of somebody is a statement without marks too.
JUDGING = inflected("accuse call describe")
# Verbs whose object may be a whole clause with verbs of its own, all of it said by their subject.
CLAUSAL = listed(
    """say says said saying tell tells told telling add adds added adding write writes wrote written writing tweet
    tweets tweeted tweeting announce announces announced announcing argue argues argued arguing assert asserts
    asserted asserting claim claims claimed claiming conclude concludes concluded concluding confirm confirms
    confirmed confirming declare declares declared declaring deny denies denied denying explain explains
    explained explaining insist insists insisted insisting note notes noted noting predict predicts predicted
    predicting promise promises promised promising report reports reported reporting reveal reveals revealed
    revealing state states stated stating suggest suggests suggested suggesting testify testifies testified warn
    warns warned warning admit admits admitted admitting acknowledge acknowledges acknowledged allege alleges
    alleged alleging pledge pledges pledged vow vows vowed contend contends contended contending maintain
    maintains maintained emphasize emphasizes emphasized emphasise emphasised stress stresses stressed reiterate
    reiterates reiterated believe believes believed think thinks thought joke jokes joked complain complains
    complained recall recalls recalled speculate speculated estimate estimates estimated rule rules ruled ruling
    determine determined decide decided agree agrees agreed point points pointed pointing"""
)
# Verbs with somebody told between them and the words.
TELLING = listed(
    """told tell tells telling asked ask asks asking warned warn warns warning reminded remind assured assure informed
    inform urged urge urges urging advised advise advises"""
)
# Nouns for what somebody said: his remark that “…”, the senator’s promise to “…”.
SPEECH = listed(
    """remark remarks comment comments claim claims statement statements assertion assertions promise promises pledge
    vow warning warnings suggestion argument accusation accusations allegation allegations contention admission
    call calls description characterization complaint declaration quip joke line phrase message slogan motto
    motif speech chant chants cry cries mantra tweet tweets letter op-ed insistence prediction acknowledgment
    question questions answer response reply"""
)

CUE = re.compile(rf"\b{any_of(SAYING)}\b", re.IGNORECASE)

AUXILIARY = listed(
    """has have had is was were are be been would will did does do also later then now once often previously recently
    reportedly could can may might must should not never"""
)
