"""The ways out: real letters, posts and commands to fakes on this machine."""

import http.server
import json
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message as Letter
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from rashomon.pipeline.alerting.contract import DeliveryError, Parcel
from rashomon.pipeline.alerting.mailing import letter_of, send_mail
from rashomon.pipeline.alerting.posting import post, signature
from rashomon.pipeline.alerting.running import run
from rashomon.pipeline.alerting.settings import Channel, ChannelKind, Mailer, Security, Settings
from rashomon.pipeline.alerting.wording import content, subject, text
from rashomon.store.alerts.contract import Alert, Change, Message, Told, Words

BEGIN = datetime(2031, 3, 5, 12, tzinfo=UTC)
WORDS = Words(
    "A bomb killed 12 people", "Vale Courier", "art-1", 0, 23, "Vale Courier", "2031-03-04", "https://courier.example/1"
)
TOLD = Told(
    (Change.NEW_EVENT,),
    ("New: Bombing in Ostrel", "12 killed, according to Vale Courier"),
    "Bombing in Ostrel",
    "/events/acc-1",
    "claimed",
    ("Vale Courier",),
    1,
    (WORDS,),
)
MESSAGE = Message("msg-1", "wat-1", "Ostrel", "ana", "out", "2031-03-05T12:00:00+00:00", 0)


def parcel(folder: Path, **more: object) -> Parcel:
    alert = Alert(7, "wat-1", "Ostrel", "ana", "2031-03-05T12:00:00+00:00", TOLD)
    message = replace(MESSAGE, **{"alerts": (alert,)} | more)
    desk = "https://desk.example"
    return Parcel(message, subject(message), text(message, desk), content(message, desk), 1000, folder)


class Mailbox:
    """Takes letters, for a user with a password where one is set; refuses an address."""

    def __init__(self) -> None:
        self.letters: list[Envelope] = []

    async def handle_RCPT(self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list) -> str:  # noqa: N802
        if address.startswith("gone@"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.letters.append(envelope)
        return "250 taken"


def _allowed(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: object) -> AuthResult:
    return AuthResult(success=(data.login, data.password) == (b"desk", b"three words"), handled=False)


class MailServer(Controller):
    """Listens on a free port of this machine."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for localhost with its key, in one file."""
    path = tmp_path_factory.mktemp("tls") / "localhost.pem"
    made = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost")
    named = ("-addext", "subjectAltName=DNS:localhost", "-keyout", f"{path}.key", "-out", str(path))
    subprocess.run(["openssl", *made, *named], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + Path(f"{path}.key").read_bytes())
    return path


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def mailer(mailbox: Mailbox, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailer]:
    """A mail server that wants encryption and a login, and is trusted."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("RASHOMON_SMTP_PASSWORD", "three words")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    controller = MailServer(
        mailbox,
        hostname="127.0.0.1",
        port=0,
        tls_context=context,
        require_starttls=True,
        authenticator=_allowed,
        auth_required=True,
    )
    controller.start()
    yield Mailer("localhost", controller.port, "Desk <desk@example.org>", user="desk")
    controller.stop()


MAIL = Channel("out", ChannelKind.MAIL, to=("ana@example.org",))


def test_a_letter_goes_encrypted_and_says_all(mailbox: Mailbox, mailer: Mailer, tmp_path: Path) -> None:
    assert send_mail(MAIL, Settings("", mailer), parcel(tmp_path)) is None
    (letter,) = mailbox.letters
    read = message_from_bytes(letter.content, policy=default)
    said = read.get_content()

    assert letter.rcpt_tos == ["ana@example.org"]
    assert (read["Subject"], read["Message-ID"]) == ("Ostrel: Bombing in Ostrel", "<msg-1@example.org>")
    assert read["Auto-Submitted"] == "auto-generated"
    for part in (
        "12 killed, according to Vale Courier",
        "1 independent root, claimed",
        '"A bomb killed 12 people" (Vale Courier; Vale Courier, 2031-03-04)',
        "https://desk.example/articles/art-1?at=0-23",
        "https://courier.example/1",
        "https://desk.example/events/acc-1",
        "A machine read these articles",
    ):
        assert part in said


def test_a_name_cannot_add_a_header(tmp_path: Path) -> None:
    told = replace(TOLD, title="Raid\r\nBcc: all@example.org")
    alert = Alert(7, "wat-1", "Ostrel\nX: y", "ana", "2031-03-05T12:00:00+00:00", told)
    letter = letter_of(MAIL, Mailer("localhost", 25, "desk@example.org"), parcel(tmp_path, alerts=(alert,), watch="Os\r\ntrel"))

    assert isinstance(letter, Letter)
    assert letter["Subject"] == "Os trel: Raid Bcc: all@example.org"
    assert letter["Bcc"] is None


@pytest.mark.parametrize(
    ("to", "password", "user", "reason"),
    [
        (("gone@example.org",), "three words", "desk", "did not take the mail: SMTPRecipientsRefused"),
        (("ana@example.org",), "wrong", "desk", "SMTPAuthenticationError"),
        (("ana@example.org",), "three words", None, "did not take the mail"),
    ],
)
def test_mail_that_is_refused_says_why(
    mailer: Mailer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to: tuple[str, ...], password: str, user: str, reason: str
) -> None:
    monkeypatch.setenv("RASHOMON_SMTP_PASSWORD", password)

    with pytest.raises(DeliveryError, match=reason):
        send_mail(replace(MAIL, to=to), Settings("", replace(mailer, user=user)), parcel(tmp_path))


def test_who_was_refused_among_several_is_noted(mailer: Mailer, mailbox: Mailbox, tmp_path: Path) -> None:
    several = replace(MAIL, to=("ana@example.org", "gone@example.org"))

    assert send_mail(several, Settings("", mailer), parcel(tmp_path)) == "refused for gone@example.org"
    assert len(mailbox.letters) == 1


def test_a_server_that_nobody_vouches_for_gets_no_letter(
    mailer: Mailer, mailbox: Mailbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")

    with pytest.raises(DeliveryError, match="certificate"):
        send_mail(MAIL, Settings("", mailer), parcel(tmp_path))
    assert mailbox.letters == []


def test_a_password_that_is_not_there_is_named(mailer: Mailer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RASHOMON_SMTP_PASSWORD")

    with pytest.raises(DeliveryError, match="RASHOMON_SMTP_PASSWORD"):
        send_mail(MAIL, Settings("", mailer), parcel(tmp_path))


@dataclass
class Hook:
    """A web server that answers every post as it is told, and keeps what came."""

    address: str = ""
    status: int = 204
    posts: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hook]:
    monkeypatch.setenv("HOOK_KEY", "a key")
    kept = Hook()

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            kept.posts.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(kept.status)
            self.send_header("Location", f"{kept.address}/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        kept.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield kept
        server.shutdown()
        thread.join()


def webhook(hook: Hook, *, private: bool = True) -> Channel:
    return Channel("out", ChannelKind.WEBHOOK, url=f"{hook.address}/in", secret="HOOK_KEY", private=private)


def test_a_post_is_signed_and_holds_all(hook: Hook, tmp_path: Path) -> None:
    post(webhook(hook), Settings(), parcel(tmp_path))
    ((headers, body),) = hook.posts
    (alert,) = json.loads(body)["alerts"]

    assert headers["rashomon-signature"] == signature("a key", 1000, body)
    assert (headers["rashomon-timestamp"], headers["rashomon-delivery"]) == ("1000", "msg-1")
    assert headers["idempotency-key"] == '"msg-1"'
    assert signature("another", 1000, body) != signature("a key", 1000, body) != signature("a key", 1001, body)
    assert (alert["according_to"], alert["independent_roots"], alert["status"]) == (["Vale Courier"], 1, "claimed")
    assert alert["words"][0]["text"] == WORDS.text


@pytest.mark.parametrize(("status", "lasting"), [(500, False), (301, False), (404, False), (410, True)])
def test_a_post_that_is_not_taken_says_so_and_follows_nothing(hook: Hook, tmp_path: Path, status: int, lasting: bool) -> None:
    hook.status = status

    with pytest.raises(DeliveryError, match=f"answered {status}") as raised:
        post(webhook(hook), Settings(), parcel(tmp_path))
    assert raised.value.lasting is lasting
    assert len(hook.posts) == 1


def test_nothing_is_posted_into_a_private_network_unasked(hook: Hook, tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match=r"private or special network.*private = true in alerts.toml"):
        post(webhook(hook, private=False), Settings(), parcel(tmp_path))
    assert hook.posts == []


def test_a_command_gets_the_message_and_no_shell(tmp_path: Path) -> None:
    keep = "import sys; open('kept', 'wb').write(sys.stdin.buffer.read()); open('args', 'w').write(sys.argv[1])"
    sent = parcel(tmp_path)
    run(Channel("out", ChannelKind.COMMAND, run=(sys.executable, "-c", keep, "$(touch hacked); `id`")), Settings(), sent)

    assert (tmp_path / "kept").read_bytes() == sent.content
    assert (tmp_path / "args").read_text() == "$(touch hacked); `id`"
    assert not (tmp_path / "hacked").exists()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((sys.executable, "-c", "import sys; sys.exit('the pager is full')"), "ended with 1: the pager is full"),
        (("/no/such/program",), "cannot be run: No such file"),
    ],
)
def test_a_command_that_fails_says_why(tmp_path: Path, arguments: tuple[str, ...], reason: str) -> None:
    with pytest.raises(DeliveryError, match=reason):
        run(Channel("out", ChannelKind.COMMAND, run=arguments), Settings(), parcel(tmp_path))


def test_smtp_in_the_clear_is_spoken_on_this_machine(mailbox: Mailbox, tmp_path: Path) -> None:
    controller = MailServer(mailbox, hostname="127.0.0.1", port=0)
    controller.start()
    port = controller.port
    try:
        send_mail(MAIL, Settings("", Mailer("127.0.0.1", port, "desk@example.org", Security.NONE)), parcel(tmp_path))
    finally:
        controller.stop()

    assert len(mailbox.letters) == 1
    with pytest.raises(DeliveryError, match="ConnectionRefusedError"):
        send_mail(MAIL, Settings("", Mailer("127.0.0.1", port, "desk@example.org", Security.NONE)), parcel(tmp_path))
