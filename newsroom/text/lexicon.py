"""Which words show that there is something to check, of what kind and with what risk."""

from newsroom.text.listed import listed
from newsroom.text.tone import EXTREME, STRONG, VOICE

NUMBERS = listed(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand
    thousands million millions billion billions trillion trillions dozen dozens half quarter thirds twice
    double triple zero scores couple"""
)
MONEY = listed(
    """dollar dollars euro euros pound pounds crown crowns yen cents rouble roubles ruble rubles hryvnia rupee
    rupees franc francs krone kroner krona kronor zloty peso pesos usd eur gbp"""
)
PERCENT = listed("percent percentage pct per-cent")
DAYS = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
MONTHS = listed(
    """January February March April May June July August September October November December Jan Feb Mar Apr Aug Sept
    Sep Oct Nov Dec"""
)
DATES = listed(
    """yesterday today tomorrow tonight ago century centuries decade decades noon midnight weekend fortnight spring
    summer autumn winter last-minute week weeks month months year years annual annually monthly weekly daily"""
)
PLACES = listed(
    """Street Road Avenue Square River Island Islands Lake Bay Hill Park Bridge Harbour Harbor Airport Station
    Village County Province District Region Peninsula Mountains Valley"""
)
PLACE_WORDS = listed("kilometres kilometers miles north south east west northern southern eastern western")
CAUSES = listed(
    """because cause caused causes causing due owing therefore hence resulted results result resulting led leads
    leading prompted prompting prompts triggered triggering sparked sparking blamed contributed thanks
    consequently provoked drove driven thereby forced why"""
)
COMPARISONS = listed(
    """than compared comparison versus more less fewer higher lower larger smaller bigger greater better worse older
    younger faster slower cheaper rose rise risen rising fell fall fallen falling increased increase
    increasing decreased decrease dropped drop declined decline grew grown growing shrank doubled tripled
    halved twice similar same equal exceeded exceeds outnumber outnumbered surpassed gained"""
)
SUPERLATIVES = listed(
    """first only never always most least best worst record unprecedented sole ever none all-time unique exclusively
    largest biggest highest lowest oldest youngest longest shortest greatest richest poorest fastest"""
)
# End in -est without being superlatives.
NOT_SUPERLATIVE = listed(
    """west test rest interest request forest protest arrest suggest honest contest harvest invest guest nest quest
    chest modest priest digest earnest manifest conquest behest tempest bequest midwest northwest southwest
    crest zest pest vest jest breast reforest detest attest dishonest ingest infest divest unrest budapest
    southeast northeast fest est lest everest"""
)
STATUSES = listed(
    """former ex-wife ex-husband current currently acting retired dead deceased married divorced widow widower
    chairman chairwoman chair president director minister mayor chief head founder owner ceo chancellor
    governor secretary senator professor doctor judge captain commissioner spokesman spokeswoman spokesperson
    member elected appointed resigned licensed unlicensed citizen resident unemployed leader deputy manager
    editor heir widowed incumbent interim"""
)
DESCRIPTIONS = listed(
    """wore wearing dressed smiled smiling grey gray red blue green white black tall short bearded looked smell
    smelled rain snow fog dark crowd walked sat stood paced whispered muddy crowded empty colour color silent"""
)
ALLEGATIONS = listed(
    """accused accuse accuses accusing accusation accusations alleged allegedly alleges allegation allegations
    charged charges convicted conviction guilty fraud fraudulent fraudulently abuse abused abuses abusive
    bribe bribes bribed bribery corrupt corruption murder murdered murderer manslaughter rape raped assault
    assaulted stole stolen steal theft thief embezzle embezzled embezzlement launder laundered laundering
    arrested arrest indicted indictment sued suing lawsuit lawsuits crime crimes criminal criminals illegal
    illegally unlawful unlawfully misconduct harassment harassed negligence negligent plagiarised plagiarized
    plagiarism lied liar cheated smuggled smuggling trafficking trafficked suspect suspects suspected
    prosecuted prosecutors prosecution jailed imprisoned sentenced fined violated violating violations
    breached breach breaches scandal cover-up conspiracy conspired extortion blackmail blackmailed perjury
    tampered tampering forged forgery falsified hid concealed misled deceived exploited torture tortured
    genocide terrorism terrorist racist antisemitic defamation libel bullying bullied stalking molested
    molesting embezzling dodged evaded evasion poisoned sabotage sabotaged siphoned pocketed"""
)
PRIVACY = listed(
    """diagnosed diagnosis hiv cancer pregnant pregnancy abortion homosexual gay lesbian transgender affair
    miscarriage psychiatric depression medication addiction addict rehab adopted passport patient patients
    medical-records"""
)
MINORS = listed(
    """schoolboy schoolgirl pupil pupils teenager teenagers teenage toddler toddlers infant infants baby minor minors
    underage boy girl boys girls child children kindergarten schoolchild schoolchildren juvenile juveniles"""
)
SAFETY = listed(
    """suicide suicidal self-harm bomb bombs bombing explosive explosives hostage hostages kidnapped shooting gunman
    witness-protection shelter undercover informant whistleblower refuge overdose poison"""
)
# Finite verbs that show a heading to be a sentence.
VERBS = listed(
    """is are was were has have had will would can could may might must should does did do says said wins won loses
    lost dies died kills killed falls fell rises rose gets got goes went comes came takes took makes made
    finds found leaves left closes opens faces calls warns denies admits wants needs plans hits cuts ends
    begins starts stops sinks sank breaks broke quits pays paid buys bought sells sold beats seeks laments
    retakes signs returns remains shows showed sees saw gives gave becomes became keeps kept holds held tells
    told brings brought runs ran"""
)
# Every word of the lists above that are looked up in lower case, to sift a sentence's words once.
LISTED = frozenset[str]().union(
    *(NUMBERS, MONEY, PERCENT, DATES, PLACE_WORDS, CAUSES, COMPARISONS, SUPERLATIVES, STATUSES, DESCRIPTIONS),
    *(ALLEGATIONS, PRIVACY, MINORS, SAFETY),
    *(EXTREME, STRONG, VOICE),
)
