"""The ledger's own file of channels, ``alerts.toml``: where alerts may go. Only who can write into the folder adds one."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from rashomon.model.errors import RashomonError

NAME = "alerts.toml"
#: Environment variable of the mail server's password, where the file names no other.
PASSWORD = "RASHOMON_SMTP_PASSWORD"  # noqa: S105 (a variable's name)
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class SettingsError(RashomonError):
    """The file of channels breaks its own form, or a channel is asked for that it does not have."""


class ChannelKind(StrEnum):
    """How a channel delivers; also the table of the file it stands in."""

    MAIL = "mail"
    WEBHOOK = "webhook"
    COMMAND = "command"


class Security(StrEnum):
    """How the mail server is spoken to; in the clear only on this machine."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Mailer:
    """The mail server. ``password`` is the name of the environment variable that holds it."""

    host: str
    port: int
    sender: str
    security: Security = Security.STARTTLS
    user: str | None = None
    password: str = PASSWORD


@dataclass(frozen=True, slots=True)
class Channel:
    """One way out.

    Args:
        name: what watches call it.

        kind: how it delivers.

        people: who may use it; empty is everybody.

        to: of mail, the addresses.

        url: of a webhook; ``secret`` the environment variable with the key it is signed by; ``private`` whether its host may be
            in a private network.

        run: of a command, the program and its arguments.
    """

    name: str
    kind: ChannelKind
    people: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    url: str = ""
    secret: str = ""
    private: bool = False
    run: tuple[str, ...] = ()

    def serves(self, person: str) -> bool:
        """Return whether a person may use it."""
        return not self.people or person in self.people


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says; ``address`` is that of the desk, for links, without a closing slash."""

    address: str = ""
    mailer: Mailer | None = None
    channels: Mapping[str, Channel] = field(default_factory=dict)

    def channel(self, name: str, person: str) -> Channel:
        """Return a channel that a person may use. Raises SettingsError."""
        found = self.channels.get(name)
        if found is None or not found.serves(person):
            own = sorted(one.name for one in self.channels.values() if one.serves(person))
            raise SettingsError(f"no channel {name!r} for {person} (there is: {', '.join(own) or f'none; add it to {NAME}'})")
        return found

    def of(self, person: str) -> tuple[Channel, ...]:
        """Return the channels that a person may use, by name."""
        return tuple(one for _, one in sorted(self.channels.items()) if one.serves(person))


def read_settings(folder: Path) -> Settings:
    """Return what a ledger's file of channels says; nothing where there is none. Raises SettingsError."""
    path = folder / NAME
    if not path.exists():
        return Settings()
    try:
        read = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot read {path}: {error}") from error
    unknown = sorted(read.keys() - {"address", "smtp", *ChannelKind})
    if unknown:
        raise SettingsError(f"{path} has {unknown[0]!r}, which means nothing (known: address, smtp, {', '.join(ChannelKind)})")
    channels: dict[str, Channel] = {}
    for kind in ChannelKind:
        for name, stated in _table(read, kind, path).items():
            if name in channels:
                raise SettingsError(f"{path} has two channels {name!r} (a name is one channel's)")
            channels[name] = _channel(name, kind, _table({name: stated}, name, path), path)
    mailer = _mailer(_table(read, "smtp", path), path) if "smtp" in read else None
    if mailer is None and any(one.kind is ChannelKind.MAIL for one in channels.values()):
        raise SettingsError(f"{path} has channels of mail and no [smtp] (name the host, the port and the sender)")
    return Settings(_text(read, "address", path).rstrip("/"), mailer, channels)


def _mailer(stated: Mapping[str, Any], path: Path) -> Mailer:
    host, sender, security = _text(stated, "host", path), _text(stated, "sender", path), _text(stated, "security", path)
    port = stated.get("port", 587)
    if not host or not sender or "\n" in sender or not isinstance(port, int):
        raise SettingsError(f'[smtp] of {path} needs host, sender and a port in digits (host = "mail.example.org")')
    if security not in ("", *Security):
        raise SettingsError(f"[smtp] of {path} has security {security!r} (known: {', '.join(Security)})")
    chosen = Security(security or Security.STARTTLS)
    if chosen is Security.NONE and host not in _LOOPBACK:
        raise SettingsError(f'[smtp] of {path} would send mail in the clear to {host!r} (security = "starttls" or "tls")')
    return Mailer(host, port, sender, chosen, _text(stated, "user", path) or None, _text(stated, "password", path) or PASSWORD)


def _channel(name: str, kind: ChannelKind, stated: Mapping[str, Any], path: Path) -> Channel:
    made = Channel(
        name,
        kind,
        _texts(stated, "for", path),
        _texts(stated, "to", path),
        _text(stated, "url", path),
        _text(stated, "secret", path),
        stated.get("private", False) is True,
        _texts(stated, "run", path),
    )
    needed = {ChannelKind.MAIL: made.to, ChannelKind.WEBHOOK: made.url and made.secret, ChannelKind.COMMAND: made.run}
    if not needed[kind]:
        said = {ChannelKind.MAIL: "to", ChannelKind.WEBHOOK: "url and secret", ChannelKind.COMMAND: "run"}[kind]
        raise SettingsError(f"[{kind}.{name}] of {path} does not state {said}")
    return made


def _table(stated: Mapping[str, Any], key: str, path: Path) -> Mapping[str, Any]:
    found = stated.get(key, {})
    if not isinstance(found, dict):
        raise SettingsError(f"{key} of {path} is {found!r}, and must be a table ([{key}])")
    return found


def _text(stated: Mapping[str, Any], key: str, path: Path) -> str:
    found = stated.get(key, "")
    if not isinstance(found, str):
        raise SettingsError(f"{key} of {path} is {found!r}, and must be a text")
    return found


def _texts(stated: Mapping[str, Any], key: str, path: Path) -> tuple[str, ...]:
    found = stated.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
        raise SettingsError(f'{key} of {path} is {found!r}, and must be a list of texts (["..."]), never one line of a shell')
    return tuple(found)
