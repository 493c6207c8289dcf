"""News-like snippets with one of thirty types: ACLED's sub-event types and five beside them."""

from collections.abc import Iterable, Iterator

from benchmarks.shared import Row, extractor
from benchmarks.texts import article_of
from rashomon.extraction.acled import cue_scores, sub_event_scores

#: The development file in the optional data folder.
DEV = "bench/case2021_t2/dev.jsonl"
#: What a reader must not see.
GOLD = ("label", "seen_type")
#: The set's names of ACLED's sub-event types.
LABELS = {
    "Government regains territory": "GOV_REGAINS_TERIT",
    "Non-state actor overtakes territory": "NON_STATE_ACTOR_OVERTAKES_TER",
    "Armed clash": "ARMED_CLASH",
    "Excessive force against protesters": "FORCE_AGAINST_PROTEST",
    "Protest with intervention": "PROTEST_WITH_INTER",
    "Peaceful protest": "PEACE_PROTEST",
    "Violent demonstration": "VIOL_DEMONSTR",
    "Mob violence": "MOB_VIOL",
    "Chemical weapon": "CHEM_WEAP",
    "Air/drone strike": "AIR_STRIKE",
    "Suicide bomb": "SUIC_BOMB",
    "Shelling/artillery/missile attack": "ART_MISS_ATTACK",
    "Remote explosive/landmine/IED": "REM_EXPLOS",
    "Grenade": "GRENADE",
    "Sexual violence": "SEX_VIOL",
    "Attack": "ATTACK",
    "Abduction/forced disappearance": "ABDUCT_DISSAP",
    "Agreement": "AGREEMENT",
    "Arrests": "ARREST",
    "Change to group/activity": "CHANGE_TO_GROUP_ACT",
    "Disrupted weapons use": "DISR_WEAP",
    "Headquarters or base established": "HQ_ESTABLISHED",
    "Looting/property destruction": "PROPERTY_DISTRUCT",
    "Non-violent transfer of territory": "NON_VIOL_TERRIT_TRANSFER",
    "Other": "OTHER",
    "Organised crime": "ORG_CRIME",
    "Natural disaster": "NATURAL_DISASTER",
    "Man-made disaster": "MAN_MADE_DISASTER",
    "Diplomacy": "DIPLO",
    "Attribution": "ATTRIB",
}


def _label(text: str) -> str:
    scores = sub_event_scores(text, extractor().read(article_of(text)))
    scores |= cue_scores(text, "beyond_acled.yaml")
    return LABELS[max(LABELS, key=lambda sub: scores.get(sub, 0.0))]


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Read the records one after the other."""
    for row in rows:
        yield {"id": row["id"], "label": _label(row["text"])}
