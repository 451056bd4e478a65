"""Words that opinion is told by, in classes. Their weights were learnt from NewsSD-ENG (CC BY 4.0); see opinion.py."""

from newsroom.text.listed import listed

# Nobody uses these and only reports.
EXTREME = listed(
    """absurd absurdity absurdly abysmal abysmally admirable admirably appalling appallingly arrogance arrogant
    arrogantly asinine atrocious barbaric barbarous bigot bigoted bigotry bizarrely blatant blatantly blunder
    blunders bogus botched brazen brazenly breathtaking brilliantly callous callously charade chilling clownish
    clueless clumsily complacency complacent condescending contemptible contemptuous coward cowardice cowardly
    cowards craven cronyism cruelly cynical cynically cynicism damning decadent deceitful delusion delusional
    delusions demagogic demagogue deplorable deplorably despicable despotic detestable disappointingly disastrous
    disastrously disgrace disgraceful disgracefully disgusting disgustingly dishonest dishonestly dishonesty
    dishonorable dishonourable dismal dismally distasteful disturbingly dogmatic draconian dreadfully dumb
    dysfunctional dystopian eerie egregious egregiously embarrassingly enchanting excruciating exemplary
    extraordinarily extravagant fanatic fanatical fanatics farce farcical fatuous feeble fiasco flagrant flagrantly
    flimsy folly foolish foolishly frivolous futile ghastly ghoulish glaring glib grimly grossly gullible heartless
    heinous hellish hideous hopeless hopelessly horrendous horribly hubris hypocrisy hypocrite hypocrites
    hypocritical hysterical idiocy idiot idiotic idiots ignorant illogical illusions impressively incoherent inept
    ineptitude inexcusable infuriating insanely insidious insincere irrational irresponsible irresponsibly
    jaw-dropping joyless joyous lamentable laughable loathsome lousy ludicrous ludicrously lunacy lunatic lunatics
    marvellous marvelous masterful meaningless meddling mediocre mediocrity mendacious merciless mindless miserably
    misguided mockery monstrous moronic mystifying naive naively naivety narcissist narcissistic nefarious
    nightmarish nobly nonsense nonsensical notoriously obnoxious obtuse ominously opportunist orwellian outlandish
    outrageous outrageously overblown overhyped paranoia pathetic pathetically patronising patronizing pernicious
    perverse perversely perverted phoney phony pious pitiful pitifully pointless pompous ponderous prejudiced
    preposterous pretentious propagandist pseudo rabid reactionary reckless recklessly recklessness regrettable
    reprehensible repugnant repulsive revolting ridicule ridiculous ridiculously rigged righteous rubbish ruinous
    ruthlessly sadistic sanctimonious savagely scandalous scandalously selfishness senseless shabby sham shambles
    shambolic shameful shamefully shameless shamelessly shoddy short-sighted shortsighted sickening silly slavish
    sleazy sloppy smear smears smug sordid soulless spectacularly spineless spiteful squalid squander squandered
    staggering stubbornly stupid stupidity stupidly sublime superbly superstition surreal sycophantic sycophants
    tasteless tawdry tedious terrific thankless thoughtless treacherous treachery treasonous trite tyrannical
    unbearable unbelievable unbelievably unconscionable underhanded unforgivable unhinged unjustifiable unjustly
    unprincipled unspeakable untenable vacuous vapid venal vengeful viciously vile vindictive warped wicked
    wickedness witless woeful woefully wonderfully wretched wrong-headed wrongheaded zealot zealots zealous"""
)
# Praise, blame and hyperbole.
STRONG = listed(
    """alarming alarmingly amazing amazingly assault atrocity avalanche awesome awful awfully beast beautiful
    beautifully betray betrayal betrayed betrays bizarre bleak blind blindly bloated bonanza boring brainwash
    brainwashed brainwashing brave bravely brilliance brilliant brutal brutality brutally cabal cancer carnage
    catastrophe catastrophic chaos chaotic cheat cheats circus clever clique clumsy collapse collapsing compelling
    conspiracy contempt corrupt corrupted courage courageous crazy cruel cruelty crush crushed crushing cult cynics
    dangerous dangerously deception deceptive defiance delightful deluge desperate desperately destructive
    devastating devour devoured dire disappointing disaster disasters disease disturbing divisive doom doomed
    dreadful dubious elegant elite elites elitist eloquent embarrassing embarrassment epidemic evil evils excellent
    exceptional excessive excessively explode exploding extraordinary extremism extremist extremists fabulous
    failure failures fantastic fantasy fascinating fascism fascist fiction fictitious fiefdom flawed flood fool
    fools fraudulent frenzy frightening ghost gimmick gloomy glorious gorgeous greed greedy grim gross grotesque
    harrowing hateful heartbreaking heroic hijack hijacked hilarious hoax hollow honest honorable honourable hordes
    horrible horrific horrifying humiliating humiliation hungry hysteria ignorance illusion immoral immorality
    impressive incompetence incompetent infamous infect infection inhuman inhumane insane insanity inspiring insult
    insulting intolerable intolerant invaluable joke jokes juggernaut kill killing lame lawless lawlessness lazy
    liar liars lie lies lovely lying mad madness mafia magnificent malicious mania manipulative mantra masquerade
    masquerading masterpiece mayhem menace mess miserable misleading mob mobs monster monsters monumental moral
    morally murky myth mythology myths nanny nasty nightmare noble noose notorious obscene obsessed obsession
    odious ominous opportunistic oppressive orgy outrage outstanding pandering pandora paranoid parasite parasites
    parasitic partisan peddle peddling perfect perfectly petty plague plagued plunder poignant poison poisonous
    poisons posturing powerful prejudice prey profound profoundly propaganda proud proudly puppet puppets quagmire
    racism racist racists racket radical radicals raging rampant rash refreshing repressive rhetoric robust rot
    rotten ruin ruined ruins ruthless sad sane sanity savage scam scapegoat scapegoats scaremongering scary scheme
    schemes self-interest self-serving selfish sell-out sensible sexist shackles shocking shockingly sinister slave
    slavery slaves snake spectacular spiral splendid squeeze stark startling strangle stranglehold stubborn
    stunning stunningly stunt suffocate suffocating suicidal superb superficial suspicious swallow swamp tentacles
    terrible terribly terrifying terror theater theatre thoughtful thug thugs timid tired toxic tragedy tragic
    tragically traitor traitors trample trap trash triumph triumphant trivial troubling tsunami tyranny tyrant
    tyrants ugly unacceptable undemocratic unethical unfair unfairly unjust unjustified unreasonable unsustainable
    unthinkable unworthy useless vague vicious virtue-signaling virtue-signalling visionary vulgar vultures
    warmonger wasteful weak weakness weaponise weaponised weaponize weaponized weird whitewash wise wisely
    witch-hunt woke wonderful worthless wreck wrecked zombie"""
)
# The writer’s own voice: we, belief and doubt, comment on the sentence.
VOICE = listed(
    """admittedly alas apparently appear appears arguably believe believes certainly clearly conveniently curiously
    definitely deny doubtless dream essentially evidently expect fear fears feel feels forget fortunately frankly
    fundamentally honestly hope hopefully hopes ignore ignored ignores imagine importantly incidentally inevitably
    inherently insist insists intend intends ironically knew know knows lamentably let's let’s literally loath love
    luckily maybe mean means mercifully naturally needless obviously oddly ostensibly our ours ourselves
    paradoxically perhaps plainly precisely predictably prefer presumably pretend pretends probably prove proves
    purported purportedly realise realize really recognise recognize refuse refuses regrettably remember reveals
    sadly seem seemed seemingly seems self-appointed self-proclaimed self-styled seriously show so-called strangely
    strikingly suppose supposed supposedly surely surprisingly suspect tellingly thankfully think thinks truly
    trust try trying ultimately undeniably understand understandably undoubtedly unfortunately unquestionably
    unsurprisingly us want wanted wants we we'll we're we've we’ll we’re we’ve willing wish wishes wonder would-be"""
)
# Judgement, duty, ideas and the large words of politics.
MILD = listed(
    """agenda appropriate argument assumption attitude attitudes bad badly belief beliefs best better bureaucracy
    bureaucrats can't cannot can’t capitalism capitalist capitalists citizen citizens civilisation civilization
    class clear communism communist communists conscience conservatism conservative conservatives contradiction
    conviction crucial decent democracies democracy democratic deserve deserved deserves desirable dignity doctrine
    dogma doubt easy essential establishment evident excuse excuses fact failed fails fair faith false fate
    fortunate freedom genuine globalism globalist good guise hard harmful healthy humanity i i'd i'll i'm i've idea
    ideal ideals ideas ideology imperialism imperialist implication important impossible individualism inequality
    inevitable instinct intellect intellectuals interesting interests ironic irony i’d i’ll i’m i’ve just justice
    kind left leftist leftists legitimate lesson liberal liberalism liberals liberty logic logical lucky mainstream
    majority mankind masses masters matter me meaningful mentality mindset mistake mistaken mistakes moment
    morality motive motives must mustn't mustn’t my myself narrative nation natural necessary need needs neoliberal
    neoliberalism notion obvious odd ordinary ought painful paradox peculiar plain politician politicians politics
    poor poorly poverty powers pretext principle principles privilege privileged problem progressives proper
    properly question questionable rational real reason reasonable regime respectable rich right rightful rightly
    rulers ruling sense serious shame should shouldn't shouldn’t significant simple socialism socialist socialists
    society sort soul sovereignty spirit state strange stronger superior surprising symbol taxpayer taxpayers
    temptation theory thing things tradition true truth unclear undeniable understandable unfortunate unhappy
    unlikely unnatural unnecessary unwise useful valid valuable values view virtue virtues vision vital wealth
    wealthy west wisdom worker workers world worse worst worth worthwhile worthy wrong wrongly you you'll you're
    your yours yourself you’ll you’re"""
)
# Argument: what turns, weighs, asks and generalises.
FUNCTION = listed(
    """alike alone altogether am anyway are aren't aren’t be because becomes being beyond can could couldn't couldn’t
    despite do does doesn't doesn’t don't don’t either else even far has have hence how however if indeed instead
    is isn't isn’t itself less lest let like may merely might moreover neither nonetheless nor not otherwise rather
    remains shall somehow somewhat still such themselves then thereby therefore these they this those though thus
    unless what whereas whether who why will won't won’t would wouldn't wouldn’t yet"""
)
# Reporting: who said it, when, how much.
REPORT = listed(
    """according added adds ago announced annual april asked august average billion cent data december february friday
    hundred interview january july june march million monday month november number october per percent rate
    reported reports said saturday says september spokesman spokesperson spokeswoman stated statement study sunday
    survey tells thousand thursday today told tuesday tweeted wednesday week weekly wrote year yesterday"""
)
# Telling what happened to somebody.
PAST = listed("""became been began came did found gave had he held her hers him his made she took was went were""")
