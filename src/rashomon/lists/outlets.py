"""Read outlets from list entries, and make the actor that an outlet is when it is quoted."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from rashomon.lists.listfile import Entry, entries, own, shipped
from rashomon.model.actors import Actor, Alias
from rashomon.model.sources import Grade, Outlet
from rashomon.model.words import ActorKind, OutletKind
from rashomon.text.folding import fold

_KEYS = ("kind", "family", "country", "language", "aliases", "ambiguous", "sites", "grades", "ties", "sides")
_LETTERS = frozenset("ABCDEF")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_SITE = re.compile(r"[a-z0-9.-]+\.[a-z0-9-]+(?:/[^\s?#]+)?")
_HOST = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[\w-]+)(?::\d+)?(/[^\s?#]*)?", re.IGNORECASE)


def load_outlets(extra: Path | None = None) -> Mapping[str, Outlet]:
    """Return the listed outlets by each of their names, folded; names go before aliases.

    Args:
        extra: a folder that may hold ``outlets.yaml``; an entry there replaces the shipped entry of the same name.

    Raises:
        ListError: a list breaks its form.
    """
    files = (*shipped("outlets.yaml"), *own(extra, "outlets.yaml"))
    outlets = {entry.name: read_outlet(entry) for file in files for entry in entries(file)}
    return by_name(outlets.values())


def by_name(outlets: Iterable[Outlet]) -> dict[str, Outlet]:
    """Return outlets by their names, aliases and sites, folded; names go before aliases, aliases before sites."""
    listed = tuple(outlets)
    found = {fold(outlet.name): outlet for outlet in listed}
    aliases = ((name, outlet) for outlet in listed for name in outlet.aliases)
    sites = ((name, outlet) for outlet in listed for name in outlet.sites)
    for name, outlet in (*aliases, *sites):
        found.setdefault(fold(name), outlet)
    return found


def outlet_named(found: Mapping[str, Outlet], name: str) -> Outlet | None:
    """Return the outlet of a name, a host or an address, ``None`` where it is not listed.

    A host belongs to the outlet whose site it is or stands below; of an address, the longest listed beginning counts.

    >>> outlet_named(by_name([Outlet("Wire", sites=("wire.example",))]), "https://arabic.wire.example/a/b").name
    'Wire'
    """
    known = found.get(fold(name))
    where = _HOST.fullmatch(name.strip()) if known is None else None
    if where is None:
        return known
    host, path = where[1].lower(), [part for part in (where[2] or "").split("/") if part]
    for length in range(len(path), -1, -1):
        for labels in range(host.count(".")):
            site = "/".join((host.split(".", labels)[-1], *path[:length]))
            outlet = found.get(fold(site))
            if outlet is not None and site in outlet.sites:
                return outlet
    return None


def read_outlet(entry: Entry) -> Outlet:
    """Return the outlet an entry describes. Raises ListError where the entry breaks its form."""
    entry.only(_KEYS)
    kind = entry.text("kind")
    if kind is not None and kind not in OutletKind.__members__.values():
        raise entry.error(f"kind must be one of {', '.join(OutletKind)}, not {kind!r}")
    country, language = entry.text("country"), entry.text("language")
    if country is not None and not _COUNTRY.fullmatch(country):
        raise entry.error(f"country must be two capital letters of ISO 3166 like IQ, not {country!r}")
    if language is not None and not _LANGUAGE.fullmatch(language):
        raise entry.error(f"language must be two or three small letters of ISO 639 like ar, not {language!r}")
    return Outlet(
        name=entry.name,
        kind=None if kind is None else OutletKind(kind),
        family=entry.text("family"),
        country=country,
        language=language,
        aliases=(*entry.texts("aliases"), *entry.texts("ambiguous")),
        grades=_grades(entry),
        sites=tuple(_site(entry, site) for site in entry.texts("sites")),
    )


def _site(entry: Entry, site: str) -> str:
    """Return a site as it is compared. Raises ListError for what is none."""
    plain = site.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    if not _SITE.fullmatch(plain):
        raise entry.error(f"a site must be a host like wire.example or a channel like t.me/name, not {site!r}")
    return plain


def _grades(entry: Entry) -> tuple[Grade, ...]:
    """Return an outlet's grades, which must stand in order of their days: the last one holds."""
    grades = tuple(_grade(entry, row) for row in entry.rows("grades"))
    days = [grade.since for grade in grades if grade.since is not None]
    if days != sorted(days):
        raise entry.error("grades must stand in order of their days, the oldest first")
    return grades


def _grade(entry: Entry, row: object) -> Grade:
    stated = dict(row) if isinstance(row, dict) else {}
    letter = stated.get("letter", "")
    if letter not in _LETTERS:
        raise entry.error(f"a grade's letter must be one of A to F, not {letter!r}")
    since = stated.get("since")
    try:
        return Grade(letter, None if since is None else date.fromisoformat(since), stated.get("why", ""))
    except ValueError as error:
        raise entry.error(f"a grade's since must be a day like 2020-01-31, not {since!r}") from error


def outlet_actor(outlet: Outlet, entry: Entry) -> Actor:
    """Return the outlet as an actor, for articles that name it as the source of a claim."""
    vague = frozenset(entry.texts("ambiguous"))
    aliases = tuple(Alias(text, entry.file, text in vague) for text in outlet.aliases)
    return Actor(outlet.name, ActorKind.OUTLET, aliases, outlet.country, entry.texts("sides"))
