"""The words that trigger KAIROS events, and what the types of accounts are called there."""

import functools

from rashomon.extraction.phrases import PhraseTable, noun_entries, verb_entries
from rashomon.model.words import EventType

#: The KAIROS type of each type of account.
OF_ACCOUNTS = {
    EventType.BOMBING: "Conflict.Attack.DetonateExplode",
    EventType.SUICIDE_ATTACK: "Conflict.Attack.DetonateExplode",
    EventType.ATTACK: "Conflict.Attack.Unspecified",
    EventType.ARMED_CLASH: "Conflict.Attack.Unspecified",
    EventType.AIRSTRIKE: "Conflict.Attack.Unspecified",
    EventType.DRONE_OR_MISSILE_STRIKE: "Conflict.Attack.Unspecified",
    EventType.SHELLING_OR_ROCKET: "Conflict.Attack.Unspecified",
    EventType.ASSASSINATION: "Conflict.Attack.Unspecified",
    EventType.KILLING: "Life.Die.Unspecified",
    EventType.ARREST: "Justice.ArrestJailDetain.Unspecified",
    EventType.PROTEST: "Conflict.Demonstrate.Unspecified",
    EventType.RIOT: "Conflict.Demonstrate.DemonstrateWithViolence",
    EventType.MEETING_OR_VISIT: "Contact.Contact.Meet",
    EventType.RELEASE: "Justice.ReleaseParole.Unspecified",
    EventType.THREAT: "Contact.ThreatenCoerce.Unspecified",
    EventType.APPOINTMENT: "Personnel.StartPosition.Unspecified",
    EventType.SABOTAGE: "ArtifactExistence.DamageDestroyDisableDismantle.Unspecified",
}

_VERBS = {
    "Life.Die.Unspecified": ("kill", "die", "slaughter", "murder", "execute", "behead", "perish", "slay", "drown"),
    "Life.Injure.Unspecified": ("injure", "wound", "maim", "mutilate"),
    "Conflict.Attack.DetonateExplode": ("explode", "detonate", "blow up", "blow _ up", "go off", "bomb", "blow _self up"),
    "Conflict.Attack.Unspecified": ("attack", "ambush", "storm", "shell", "shoot down", "open fire", "shoot", "stab", "assault"),
    "Justice.ArrestJailDetain.Unspecified": ("arrest", "detain", "jail", "imprison", "apprehend"),
    "Justice.ChargeIndict.Unspecified": ("charge", "indict", "arraign"),
    "Justice.Convict.Unspecified": ("convict",),
    "Justice.Sentence.Unspecified": ("sentence",),
    "Justice.Acquit.Unspecified": ("acquit",),
    "Justice.ReleaseParole.Unspecified": ("release", "parole"),
    "Justice.InvestigateCrime.Unspecified": ("investigate", "probe"),
    "Justice.TrialHearing.Unspecified": ("testify",),
    "ArtifactExistence.DamageDestroyDisableDismantle.Damage": ("damage", "shatter"),
    "ArtifactExistence.DamageDestroyDisableDismantle.Destroy": ("destroy", "demolish", "wreck", "collapse"),
    "ArtifactExistence.DamageDestroyDisableDismantle.DisableDefuse": ("defuse", "disarm"),
    "ArtifactExistence.ManufactureAssemble.Unspecified": ("manufacture", "assemble", "plant", "build"),
    "Movement.Transportation.Evacuation": ("evacuate",),
    "Movement.Transportation.IllegalTransportation": ("smuggle",),
    "Movement.Transportation.Unspecified": ("arrive", "drive", "travel", "fly", "transport", "cross", "enter", "flee"),
    "Transaction.ExchangeBuySell.Unspecified": ("buy", "purchase", "sell", "rent"),
    "Contact.RequestCommand.Unspecified": ("order", "instruct", "demand", "request"),
    "Contact.Contact.Broadcast": ("announce", "declare"),
    "Contact.ThreatenCoerce.Unspecified": ("threaten", "warn"),
    "Contact.Contact.Meet": ("interview", "meet with"),
    "Medical.Intervention.Unspecified": ("hospitalise", "hospitalize", "take to hospital"),
    "Personnel.EndPosition.Unspecified": ("resign", "step down"),
    "Cognitive.IdentifyCategorize.Unspecified": ("identify",),
}
_NOUNS = {
    "Life.Die.Unspecified": ("death", "murder", "killing", "slaying", "massacre", "homicide", "dead"),
    "Life.Injure.Unspecified": ("injury",),
    "Conflict.Attack.DetonateExplode": ("explosion", "bombing", "blast", "detonation", "suicide attack", "car bombing"),
    "Conflict.Attack.Unspecified": (
        "attack", "shooting", "assault", "ambush", "raid", "air strike", "airstrike", "clash", "battle", "fighting", "gunfire",
        "assassination", "war", "conflict",
    ),
    "Justice.ArrestJailDetain.Unspecified": ("arrest", "detention", "custody"),
    "Justice.ChargeIndict.Unspecified": ("indictment",),
    "Justice.Convict.Unspecified": ("conviction",),
    "Justice.TrialHearing.Unspecified": ("trial", "court hearing"),
    "Justice.InvestigateCrime.Unspecified": ("investigation", "manhunt"),
    "Conflict.Demonstrate.Unspecified": ("protest", "demonstration", "rally"),
    "Contact.ThreatenCoerce.Unspecified": ("warning", "threat", "ultimatum"),
    "Contact.Contact.Meet": ("meeting",),
    "Disaster.DiseaseOutbreak.Unspecified": ("outbreak", "epidemic", "virus", "disease"),
    "Disaster.Crash.Unspecified": ("plane crash", "train crash"),
    "GenericCrime.GenericCrime.GenericCrime": ("crime", "terrorism", "treason"),
    "Movement.Transportation.Evacuation": ("evacuation",),
}  # fmt: skip


@functools.cache
def triggers() -> PhraseTable[str]:
    """Return the words and phrases, each with its KAIROS type."""
    entries = [entry for name, nouns in _NOUNS.items() for entry in noun_entries(nouns, name)]
    entries += [entry for name, verbs in _VERBS.items() for entry in verb_entries(verbs, name)]
    return PhraseTable(entries)
