"""What bears a name: names of persons, bodies, companies and vessels are built differently."""

from enum import StrEnum

from rashomon.model.words import ActorKind


class NameKind(StrEnum):
    """What bears a name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COMPANY = "company"
    VESSEL = "vessel"


_KINDS = {ActorKind.PERSON: NameKind.PERSON, ActorKind.COMPANY: NameKind.COMPANY, ActorKind.OUTLET: NameKind.COMPANY}


def kind_of(kind: ActorKind) -> NameKind:
    """Return how names of such actors are compared: a group, a force or a state like an organisation."""
    return _KINDS.get(kind, NameKind.ORGANISATION)
