"""Names that are places by themselves: parts of the world, countries, the states of the US, large cities."""

from newsroom.text.listed import listed

WORLD = listed(
    "Africa America Antarctica Arctic Asia Atlantic Balkans Baltic Caribbean Europe Mediterranean Pacific Siberia"
)
COUNTRIES = listed(
    """Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Belarus
    Belgium Bolivia Bosnia Brazil Britain Bulgaria Cambodia Cameroon Canada Chile China Colombia Congo Croatia Cuba
    Cyprus Czechia Denmark Ecuador Egypt England Eritrea Estonia Ethiopia Finland France Gambia Germany Ghana Greece
    Greenland Guatemala Guinea Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica
    Japan Kazakhstan Kenya Kosovo Kuwait Laos Latvia Lebanon Liberia Libya Lithuania Luxembourg Malawi Malaysia Mali
    Malta Mexico Moldova Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nepal Netherlands Nicaragua Nigeria
    Norway Oman Pakistan Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda
    Scotland Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan Tanzania
    Thailand Tunisia Turkey Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Wales Yemen Zambia Zimbabwe U.S U.K"""
)
STATES = listed(
    """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana
    Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana
    Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Wisconsin Wyoming"""
)
CITIES = listed(
    """Amsterdam Athens Atlanta Baghdad Bangkok Barcelona Beijing Belfast Belgrade Berlin Birmingham Boston Brussels
    Bucharest Budapest Cairo Chicago Copenhagen Dallas Damascus Delhi Detroit Dublin Edinburgh Frankfurt Gaza Geneva
    Glasgow Hamburg Helsinki Houston Istanbul Jakarta Jerusalem Johannesburg Kabul Karachi Kyiv Lagos Leeds Lima Lisbon
    Liverpool London Madrid Manchester Melbourne Miami Milan Minsk Moscow Mumbai Munich Nairobi Oslo Paris Philadelphia
    Prague Rome Seattle Seoul Shanghai Stockholm Sydney Tehran Tokyo Toronto Vienna Vilnius Warsaw Washington Zurich"""
)
# With a capital they make a name a place: Holm Street, the river Lys is one without.
PARTS = listed(
    """Street Road Avenue Square River Island Islands Isles Isle Lake Bay Hill Hills Bridge Harbour Harbor Airport
    Village County Province District Region Peninsula Mountain Mountains Valley Coast Beach Lane Route Cape Port"""
)
# With a capital they make it a body, wherever it stands: at the University of Holm.
BODIES = listed(
    """University College School Academy Institute Court Council Gallery Museum Hospital Club Church Trust Fund Party
    Society Association Union Bank Company Inc Ltd Corp Theatre Theater Orchestra Parliament Ministry Department"""
)
KNOWN = WORLD | COUNTRIES | STATES | CITIES
# Behind these stands a place; behind the second a place of one word.
AT = listed("in near outside across throughout around inside at off along beneath beyond In Near Outside Across At")
TOWARDS = listed("to from From towards toward into reach reached leave left")
