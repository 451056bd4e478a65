"""Words that end in a full stop without ending the sentence."""

from newsroom.text.listed import listed

# Always followed by what they belong to.
TITLES = listed(
    """mr mrs ms messrs dr drs prof sen sens rep reps gov govs gen col maj capt cmdr lt sgt cpl pvt adm brig supt
    insp det rev fr hon pres amb st ste mt ft mme mlle mm hr herr fra dipl ing asst assoc dep atty treas sec v
    vs viz cf e.g i.e eg ie approx ca al ed eds trans op cit fig figs art arts no nos nr vol vols pp p pg par
    para ch chap pt pts ex est incl excl tel ext г ул им проф акад м"""
)
# Followed by a figure they belong to it; otherwise they may end a sentence.
BEFORE_FIGURES = listed(
    """jan feb mar apr jun jul aug sep sept oct nov dec no nos nr art sec fig item chapter section article clause
    rule step part table figure page act route room phase level tier version"""
)
# May end a sentence: what comes next decides.
EITHER = listed(
    """inc corp ltd co cos bros llc plc gmbh jr sr esq phd ph.d m.d b.a m.a ave blvd rd sq bldg dept univ assn etc
    a.m p.m am pm min max hrs hr sec mins yr yrs mo lb lbs oz ft in mi km u.s u.k u.n e.u d.c ala ariz ark
    calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mont neb nev okla ore pa tenn tex va
    vt wash wis wyo n.y n.j n.h n.c n.d n.m s.c s.d r.i w.va"""
)
# Words that begin a sentence rather than go on with a name.
STARTERS = listed(
    """the a an this that these those he she it they we you i his her its their our my your there here what when
    where who why how which while if in on at for from by with without after before during since until under
    over between among as but and or so yet nor then now not no yes all some many most few both each every one
    two three another other others however still also meanwhile instead later earlier today yesterday once
    despite although though because nobody nothing neither either even only just about police officials
    critics experts that’s it’s he’s she’s they’re there’s congress parliament"""
)
# After a.m. and p.m. these go on with the time.
DAYS = listed(
    """monday tuesday wednesday thursday friday saturday sunday et est edt ct cst pt pst pdt gmt bst cet utc eastern
    jan feb march april may june july aug sept oct nov dec january february august september october november
    december"""
)
