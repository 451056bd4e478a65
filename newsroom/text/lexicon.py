"""Which words show that there is something to check, of what kind and with what risk."""

from newsroom.text.listed import listed

NUMBERS = listed(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand
    thousands million millions billion billions trillion trillions dozen dozens half thirds twice double
    doubled triple tripled halved zero scores couple third fourth fifth sixth seventh eighth ninth tenth twentieth
    quarters fifths tenths twenty-one twenty-two twenty-three twenty-four twenty-five sixty-one"""
)
MONEY = listed(
    """dollar dollars euro euros crowns yen cents rouble roubles ruble rubles hryvnia rupee rupees franc francs krone
    kroner krona kronor pence zloty peso pesos usd eur gbp"""
)
PERCENT = listed("percent percentage pct per-cent")
DAYS = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
MONTHS = listed(
    """January February March April May June July August September October November December Jan Feb Mar Apr Aug Sept
    Sep Oct Nov Dec"""
)
FEASTS = listed("Christmas Easter Thanksgiving Halloween Ramadan Diwali Hanukkah Passover")
# With what stands before a unit of money, a month, per cent.
SCALES = listed("hundred thousand million billion trillion m bn k")
DATES = listed("a.m p.m yesterday today tomorrow tonight ago noon midnight overnight midday o’clock o'clock")
# Dates only beside a word that fixes them: last year, in spring, this week.
PERIODS = listed(
    """week weekend month year decade century centuries quarter spring summer autumn winter fortnight morning afternoon
    evening night season"""
)
FIXING = listed("last next this past previous following coming same in since until by early late")
# Between “in” and the name of a place: in the northern Hills.
LINKS = listed("the northern southern eastern western north south east west")
PLACE_WORDS = listed("nationwide statewide")
CAUSES = listed(
    """because cause caused causes causing due owing therefore hence resulted results result resulting led leads
    leading prompted prompting prompts triggered triggering sparked sparking blamed blames blame contributed thanks
    consequently provoked drove driven thereby forced why hurt boosted hit cut"""
)
COMPARISONS = listed(
    """than compared comparison versus fewer higher lower larger smaller bigger greater better worse older younger
    faster slower cheaper dearer rose rise risen rising fell fall fallen falling increased increase increasing
    decreased decrease dropped drop declined decline grew grown growing shrank doubled tripled halved similar equal
    exceeded exceeds outnumber outnumbered surpassed climbed tumbled soared slumped plunged unlike"""
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
    """former ex-wife ex-husband currently acting retired dead deceased married divorced widow widower ex-president
    chairman chairwoman chair president director minister mayor head-teacher headteacher founder owner ceo chancellor
    governor secretary senator professor doctor judge captain commissioner spokesman spokeswoman spokesperson
    elected appointed resigned licensed unlicensed unemployed leader deputy manager treasurer curator coach bishop
    editor heir widowed incumbent interim accountant officer officers executive superintendent inspector sergeant
    vicar councillor surveyor lawyer attorney congressman congresswoman ambassador predecessor successor candidate"""
)
# The same before a name.
TITLES = listed(
    """Mayor President Director Minister Chairman Chairwoman Chancellor Governor Gov Secretary Senator Sen Rep Professor
    Prof Judge Captain Capt Commissioner Inspector Superintendent Councillor Cllr Bishop Rev Gen Col Sgt Det Lt Chief"""
)
DESCRIPTIONS = listed(
    """wore wearing dressed smiled smiling bearded smelled fog crowd whispered muddy crowded silent glittering
    shabby tall scarred pale lamplight barefoot moonlight"""
)
ALLEGATIONS = listed(
    """accused accuse accuses accusing accusation accusations alleged allegedly alleges allegation allegations
    charged charges convicted conviction guilty fraud fraudulent fraudulently abuse abused abuses abusive
    bribe bribes bribed bribery corrupt corruption murder murdered murderer murders manslaughter homicide rape raped
    assault assaulted stole stolen steal steals theft thefts thief thieves robbed robbery burglary looted embezzle
    embezzled embezzlement launder laundered laundering arrested arrest arrests custody detained indicted indictment
    sued suing lawsuit lawsuits crime crimes criminal criminals illegal illegally unlawful unlawfully wrongdoing
    misconduct harassment harassed negligence negligent plagiarised plagiarized plagiarism lied liar cheated smuggled
    smuggling trafficking trafficked suspect suspects suspected suspicion prosecuted prosecutors prosecution jailed
    imprisoned prison sentenced fined violated violating violations breached breach breaches cover-up conspiracy
    conspired extortion blackmail blackmailed perjury tampered tampering forged forgery falsified concealed misled
    deceived exploited torture tortured genocide terrorism terrorist racist antisemitic defamation libel bullying
    bullied stalking molested molesting embezzling evaded evasion poisoned sabotage sabotaged siphoned pocketed
    stabbed stabbing shot gunned vandalised vandalized arson tainted contaminated bogus counterfeit trial jury"""
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
# Finite verbs: they show a heading to be a sentence, and a clause.
VERBS = listed(
    """is are was were am has have had will would can could may might must should does did do says said wins won loses
    lost dies kills falls fell rises rose gets got goes went comes came takes took makes made
    finds found leaves left opens faces calls warns denies wants needs plans hits cuts ends
    begins began starts stops sinks sank breaks broke quits pays paid buys bought sells sold beats seeks sought laments
    retakes signs returns remains shows sees saw gives gave becomes became keeps kept holds held tells
    told brings brought runs ran isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t won’t wouldn’t can’t couldn’t
    doesn’t didn’t don’t costs cost built stood sat spent sent met led fed drew drove flew grew knew threw wrote rode
    spoke chose froze stole wore swore tore bore shook rang sang drank swam hung struck stuck swung fought caught
    taught thought heard read shot slept felt dealt meant lent bent burnt learnt laid lay lit slid split spread
    beat bet put set let hit cut hurt shut burst bid cast read rid fled bled bred sped shone won
    understood withdrew overtook
    includes serves lives employs earns weighs owns adds reaches contains produces sits teaches
    hopes aims believes thinks supports opposes continues happens grows survives survived voted abstained exists
    belongs represents provides allows requires fails joins replaces rejects approves announces refines"""
)
# Verbs or plural nouns: verbs where an object follows.
PERHAPS = listed(
    """covers works measures carries raises draws drives lists names uses helps moves crosses links stretches stands
    studies dates expects backs claims levels leads plays visits votes trains tests heads hosts sponsors offers bans
    limits charges fines jails arrests shuts burns rules tops trails passes reports launches promises grants
    receives handles hires films tracks tours stores ships seats rates ranks ranges rents prints ports points parks
    orders notes needs marks loans lifts lends keeps joins houses guards guides funds feeds fills farms faces"""
)
# Finite behind a plural, a pronoun or a share of something: police believe, 31 percent oppose.
PLAIN = listed(
    """accept agree appear argue ask attend become begin believe belong blame buy call carry change claim close come
    complain consider contain continue cost cover cross deny depend die disagree drink drive earn eat enter expect
    face fail fall fear feel find follow get give go grow happen hate have hold hope include join keep know lack last
    lead leave like live look lose love make mean meet move need occur offer open oppose order own pay plan play prefer
    produce promise provide pull push put reach receive refuse remain report require rise run say see seem sell send
    serve show sink sit sleep speak spend stand start stay stop suffer suggest support suspect take teach tell think
    travel try turn use visit vote wait walk want warn wear weigh win wonder work worry write"""
)
