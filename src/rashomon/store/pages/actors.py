"""What an actor's page asks beside its own view: its roles by month, and what it is accused of."""

from sqlalchemy import Connection, func, select

from rashomon.model.reading import Account
from rashomon.model.words import Role, Stance
from rashomon.store.pages.newest import newest_events
from rashomon.store.pages.views import RolesByMonth
from rashomon.store.passages import claim_view, in_order
from rashomon.store.shelf import take
from rashomon.store.tables import event_accounts, event_actors, events, findings
from rashomon.store.views import ClaimView

#: The newest events of an actor whose articles are looked through for accusations, and articles of them.
NEWEST, ARTICLES = 200, 60


def roles_by_month(connection: Connection, actor_id: str) -> tuple[RolesByMonth, ...]:
    """Return in how many events of each month an actor has each role, earliest first; undated events are left out."""
    found: dict[str, dict[str, int]] = {}
    for role in (Role.AGENT, Role.PATIENT):
        acted = select(event_actors.c.event_id).where(event_actors.c.actor_id == actor_id, event_actors.c.role == role).subquery()
        # As a stretch of one id, an event is read from the index that holds its month, not from its whole row.
        joined = acted.join(events, events.c.id.between(acted.c.event_id, acted.c.event_id))
        counted = select(events.c.month, func.count().label("n")).select_from(joined).where(events.c.month.is_not(None))
        for row in connection.execute(counted.group_by(events.c.month)):
            found.setdefault(row.month, {})[role] = row.n
    return tuple(RolesByMonth(month, n.get(Role.AGENT, 0), n.get(Role.PATIENT, 0)) for month, n in sorted(found.items()))


def accusations(connection: Connection, actor_id: str) -> tuple[ClaimView, ...]:
    """Return the claims of others that accuse, about accounts in which this actor is who did it, newest article first."""
    newest = newest_events(connection, actor_id, NEWEST, Role.AGENT)
    told = select(event_accounts.c.article_id).where(event_accounts.c.event_id.in_(newest))
    accusing = (  # as an expression the kind is no key to look up: the few articles are, not all claims
        select(findings.c.article_id)
        .distinct()
        .where(findings.c.kind.concat("") == "claim", findings.c.says == Stance.ACCUSES, findings.c.article_id.in_(told))
    )
    shelf = take(connection, connection.scalars(accusing.order_by(findings.c.article_id).limit(ARTICLES)))
    found = []
    for reading in reversed(in_order(shelf, shelf.readings)):
        own = {account.id for account in reading.accounts if _acts(shelf.actors, account, actor_id)}
        views = (
            claim_view(shelf, claim) for claim in reading.claims if claim.stance == Stance.ACCUSES and own & set(claim.about)
        )
        found += [view for view in views if view.source.id != actor_id]
    return tuple(found)


def _acts(links: dict[tuple[str, str], tuple[str, str]], account: Account, actor_id: str) -> bool:
    return any(links.get((account.article_id, key), ("", ""))[0] == actor_id for key in account.keys(Role.AGENT))
