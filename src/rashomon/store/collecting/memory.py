"""What must outlive a run: robots.txt files, hosts that want to be left alone, archives followed back half way."""

from datetime import datetime

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from rashomon.store.collecting.tables import hosts, robots_files, trails
from rashomon.store.collecting.views import RobotsFile, Trail


def robots(connection: Connection, origin: str) -> RobotsFile | None:
    """Return the robots.txt of an origin as it was fetched last."""
    row = connection.execute(select(robots_files).where(robots_files.c.origin == origin)).one_or_none()
    return None if row is None else RobotsFile(datetime.fromisoformat(row.at), row.text)


def keep_robots(connection: Connection, origin: str, file: RobotsFile) -> None:
    """Keep a robots.txt in place of the last."""
    row = {"origin": origin, "at": file.at.isoformat(), "text": file.text}
    connection.execute(insert(robots_files).values(row).on_conflict_do_update(index_elements=["origin"], set_=row))


def free_at(connection: Connection, host: str) -> datetime | None:
    """Return the time before which a host must not be asked."""
    kept = connection.scalar(select(hosts.c.free_at).where(hosts.c.host == host))
    return None if kept is None else datetime.fromisoformat(kept)


def keep_free_at(connection: Connection, host: str, until: datetime) -> None:
    """Keep the time before which a host must not be asked."""
    row = {"host": host, "free_at": until.isoformat()}
    connection.execute(insert(hosts).values(row).on_conflict_do_update(index_elements=["host"], set_=row))


def trail(connection: Connection, address: str) -> Trail | None:
    """Return how far an archive was followed back."""
    row = connection.execute(select(trails).where(trails.c.address == address)).one_or_none()
    return None if row is None else Trail(row.next, row.left)


def keep_trail(connection: Connection, address: str, kept: Trail | None) -> None:
    """Keep how far an archive was followed back; ``None`` where it is done."""
    if kept is None:
        connection.execute(delete(trails).where(trails.c.address == address))
        return
    row = {"address": address, "next": kept.next, "left": kept.left}
    connection.execute(insert(trails).values(row).on_conflict_do_update(index_elements=["address"], set_=row))
