"""What a brief tells beside events: threats with their deadlines, disputes that are about no event, claims taken back."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Engine, select

from rashomon.model.ledger import Contradiction
from rashomon.store.codec import decode
from rashomon.store.database import reading
from rashomon.store.readings import batches
from rashomon.store.search.claim_views import views_by_number
from rashomon.store.search.deadlines import THREATENING
from rashomon.store.search.tables import claims
from rashomon.store.tables import contradictions
from rashomon.store.today.taken_back import taken_back
from rashomon.store.today.views import TakenBack
from rashomon.store.views import ClaimView
from rashomon.store.withholding import contradictions_without

#: Threats, and disputes about no event, that are looked through.
THREATS_AT_MOST, DISPUTES_AT_MOST = 60, 400


@dataclass(frozen=True, slots=True)
class Warned:
    """A threat, warning or demand; ``deadline`` is the last day that its words name, ``None`` where they name none."""

    claim: ClaimView
    deadline: date | None


class Beside:
    """Answers what stands beside events in one ledger. Nothing here writes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def threats(self, article_ids: Iterable[str]) -> tuple[Warned, ...]:
        """Return the threats, warnings and demands of these articles: those with a deadline first, the latest deadline first."""
        stances = [stance.value for stance in THREATENING]
        asked = select(claims.c.number, claims.c.deadline).where(claims.c.stance.in_(stances))
        with reading(self._engine) as connection:
            rows = [
                (row.deadline, row.number)
                for ids in batches(sorted(set(article_ids)))
                for row in connection.execute(asked.where(claims.c.article_id.in_(ids)))
            ]
            rows.sort(key=lambda one: (one[0] or "", one[1]), reverse=True)
            views = views_by_number(connection, [number for _, number in rows[:THREATS_AT_MOST]])
        return tuple(
            Warned(views[number], None if deadline is None else date.fromisoformat(deadline))
            for deadline, number in rows[:THREATS_AT_MOST]
            if number in views
        )

    def disputes(self, article_ids: Collection[str]) -> tuple[Contradiction, ...]:
        """Return contradictions about no event whose sides all stand in these articles, alarms first."""
        asked = select(contradictions.c.content).where(contradictions.c.event_id.is_(None))
        asked = asked.order_by(contradictions.c.rank, contradictions.c.kind, contradictions.c.id, contradictions.c.number)
        with reading(self._engine) as connection:
            rows = connection.scalars(asked.limit(DISPUTES_AT_MOST)).all()
            found = (decode(Contradiction, content) for content in rows)
            known = [one for one in found if all(side.article_id in article_ids for side in one.positions)]
            return contradictions_without(connection, known)

    def taken_back(self, event_ids: Sequence[str], at_most: int) -> tuple[TakenBack, ...]:
        """Return what somebody said of one of these events and denied later."""
        with reading(self._engine) as connection:
            return taken_back(connection, event_ids, at_most)
