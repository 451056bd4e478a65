"""Words that end in a full stop without ending the sentence. In lower case, without the last full stop."""

from newsroom.text.listed import listed

# Always followed by what they belong to.
TITLES = listed(
    """mr mrs ms messrs dr drs prof sen sens rep reps gov govs gen col maj capt cpt cmdr cdr lt sgt cpl pvt pfc adm
    brig supt insp det rev fr hon pres amb ald cllr msgr st ste mt ft mme mlle mm hr herr fra sra srta dipl ing
    asst assoc dep atty treas sec v vs viz cf e.g i.e eg ie z.b d.h u.a p.ex т.е approx ca al ed eds trans op cit
    fig figs art arts no nos nr vol vols pp p pg par para ch chap pt pts ex est incl excl tel ext ee г м ул вул им
    ім проф акад пл просп пер бул наб оз див рис табл св med
    inkl exkl evtl pr núm av"""
)
# Titles when they begin with a capital, other words when they do not.
ALSO_WORDS = listed("no ed art est ex ing par rep gen col fig fra pt mm")
# In capitals throughout these are no abbreviations: EST is a time, PT and MT as well.
ZONES = listed("EST PT MT ET CT NO")
# Followed by a figure they belong to it; otherwise they may end a sentence.
BEFORE_FIGURES = listed(
    """jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc no nos nr art sec fig item chapter
    section article clause rule step part table figure page act route room phase level tier version c д кв стр"""
)
# Behind a figure these end the sentence if a capital follows, and go on if a figure does.
UNITS = listed(
    "in ft yd mi km cm mm m kg g lb lbs oz min mins sec secs hr hrs yr yrs mo mos pts г р с тис млн тыс руб коп"
)
# May end a sentence: what comes next decides.
EITHER = listed(
    """inc corp ltd co cos bros llc plc gmbh jr sr esq phd ph.d m.d b.a m.a ave blvd rd sq bldg dept univ assn etc
    a.m p.m am pm min max hrs hr sec mins yr yrs mo lb lbs oz ft in mi km u.s u.k u.n e.u d.c ala ariz ark
    calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mont neb nev okla ore pa tenn tex va
    vt wash wis wyo n.y n.j n.h n.c n.d n.m s.c s.d r.i w.va"""
)
# Names that end in a question or exclamation mark.
MARKED_NAMES = listed("Yahoo Jeopardy Wham Oklahoma Therapy Airplane Panic Guess Joomla")
# Words that begin a sentence rather than go on with a name.
STARTERS = listed(
    """the a an this that these those he she it they we you i his her its their our my your there here what when
    where who why how which while if in on at for from by with without after before during since until under
    over between among as but and or so yet nor then now not no yes all some many most few both each every one
    two three another other others however still also meanwhile instead later earlier today yesterday once
    despite although though because nobody nothing neither either even only just about police officials
    critics experts analysts residents neighbours neighbors nor everyone everybody none someone somebody that’s
    it’s he’s she’s they’re there’s congress parliament"""
)
# Go on with U.S., U.N. and the like rather than begin a sentence.
BODIES = listed(
    """senate house congress treasury army navy air marine marines embassy ambassador president secretary department
    supreme district attorney government court representative representatives senator security general human
    high prime foreign federal state capitol border customs forces olympic open central commission council"""
)
# After a.m. and p.m. these go on with the time.
DAYS = listed(
    """monday tuesday wednesday thursday friday saturday sunday et est edt ct cst pt pst pdt gmt bst cet utc eastern
    central pacific jan feb march april may june july aug sept oct nov dec january february august september
    october november december"""
)
# Before a figure with a full stop these make it an ordinal: der 2. Weltkrieg.
ORDINALS = listed("der die das dem den des am im vom zum zur beim seit bis ab ein eine einen einem einer sein jeden")
MONTHS = listed("Januar Februar März Mai Juni Juli Oktober Dezember")
