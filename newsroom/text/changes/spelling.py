"""Words that are spelt in two ways and mean the same: one spelling for both. English."""

import re

from newsroom.text.listed import listed

OUR = listed(
    """arm behavi cand clam col demean endeav fav ferv flav harb hon hum lab neighb od parl ranc rig rum sav splend
    tum val vap vig"""
)
RE = listed("cent met theat lit fib calib lust meag ombr sab sepulch somb spect kilomet centimet millimet")
DOUBLED = listed(
    """cancel channel counsel dial equal fuel grovel jewel label level libel marvel model panel pedal quarrel revel
    rival signal shovel spiral total towel travel tunnel unravel enrol fulfil instal instil distil"""
)
# Differ by more than a rule says; the first is the one kept.
PAIRS = listed(
    """gray/grey program/programme programs/programmes defense/defence offense/offence license/licence practice/practise
    practiced/practised practicing/practising pretense/pretence adviser/advisor advisers/advisors judgment/judgement
    judgments/judgements aging/ageing acknowledgment/acknowledgement toward/towards afterward/afterwards
    backward/backwards forward/forwards among/amongst while/whilst learned/learnt burned/burnt spelled/spelt
    dreamed/dreamt spoiled/spoilt leaped/leapt inquiry/enquiry inquiries/enquiries skeptic/sceptic skeptics/sceptics
    skeptical/sceptical skepticism/scepticism aluminum/aluminium jewelry/jewellery catalog/catalogue dialog/dialogue
    analog/analogue plow/plough mold/mould smolder/smoulder cozy/cosy pajamas/pyjamas maneuver/manoeuvre
    maneuvers/manoeuvres encyclopedia/encyclopaedia pediatric/paediatric archeology/archaeology leukemia/leukaemia
    anemia/anaemia fetus/foetus estrogen/oestrogen orthopedic/orthopaedic artifact/artefact artifacts/artefacts
    ok/okay mustache/moustache specter/spectre yogurt/yoghurt ax/axe disk/disc donut/doughnut focused/focussed
    benefited/benefitted analyze/analyse analyzed/analysed analyzing/analysing paralyze/paralyse paralyzed/paralysed
    fulfillment/fulfilment enrollment/enrolment installment/instalment skillful/skilful willful/wilful
    fulfill/fulfil fulfills/fulfils enroll/enrol enrolls/enrols instill/instil instills/instils distill/distil
    appall/appal enthrall/enthral counselor/counsellor counselors/counsellors councilor/councillor
    councilors/councillors marvelous/marvellous woolen/woollen licenses/licences offenses/offences defenses/defences
    pretenses/pretences inquire/enquire inquired/enquired inquires/enquires inquiring/enquiring tire/tyre tires/tyres
    check/cheque checks/cheques curb/kerb curbs/kerbs airplane/aeroplane airplanes/aeroplanes sulfur/sulphur
    sulfate/sulphate jail/gaol jails/gaols jailed/gaoled furor/furore likable/likeable sizable/sizeable
    movable/moveable livable/liveable molt/moult maneuvered/manoeuvred maneuvering/manoeuvring fetal/foetal
    hemorrhage/haemorrhage diarrhea/diarrhoea esophagus/oesophagus gynecology/gynaecology anesthetic/anaesthetic
    anesthetics/anaesthetics anesthesia/anaesthesia pediatrician/paediatrician pediatricians/paediatricians
    cesarean/caesarean medieval/mediaeval gram/gramme grams/grammes catalogs/catalogues cataloged/catalogued
    dialogs/dialogues omelet/omelette tranquility/tranquillity protester/protestor protesters/protestors
    smelled/smelt spilled/spilt kneeled/knelt upward/upwards downward/downwards inward/inwards outward/outwards
    onward/onwards molds/moulds molded/moulded plows/ploughs plowed/ploughed skeptically/sceptically
    %/percent %/pct"""
)
# Written in one word or in two.
JOINED = listed(
    """website websites webpage webpages homepage healthcare childcare daycare login logout signup setup backup database
    databases backend frontend dataset datasets smartphone smartphones underway anymore healthcare timeline timelines
    lifelong worldwide nationwide statewide citywide countrywide governmentwide decisionmaker decisionmakers
    policymaker policymakers policymaking lawmaker lawmakers"""
)
SPELT = {other: kept for kept, other in (pair.split("/") for pair in PAIRS)}
# The letter is part of the stem: no ending, so no choice.
NO_ENDING = listed("prise prised prises prising rise rises rising raise raised raises raising praise praised")
ISE = re.compile(r"(\w{3,}[^aeiou\W])is(e[sd]?|ing|ers?|ations?)")
OUR_WORD = re.compile(r"(\w+)our(\w*)")
RE_WORD = re.compile(r"(\w+)re(s?|d)")
DOUBLE = re.compile(r"(\w+l)l(ed|ing|ers?)")


def spelling(word: str) -> str:
    """One spelling for a word in lower case and its listed twin; every other word comes back as it is."""
    if word.endswith("'s"):
        return f"{spelling(word[:-2])}'s"
    if word in SPELT:
        return SPELT[word]
    if (match := ISE.fullmatch(word)) and word not in NO_ENDING:
        return f"{match[1]}iz{match[2]}"
    if (match := OUR_WORD.fullmatch(word)) and match[1].removeprefix("dis").removeprefix("mis") in OUR:
        return f"{match[1]}or{match[2]}"
    if (match := RE_WORD.fullmatch(word)) and match[1] in RE:
        return f"{match[1]}er{match[2].replace('d', 'ed')}"
    if (match := DOUBLE.fullmatch(word)) and match[1] in DOUBLED:
        return match[1] + match[2]
    return word
