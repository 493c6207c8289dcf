"""Captures as WACZ: read back by a library of its own, by the form's rules, and byte for byte."""

import gzip
import hashlib
import json
import zipfile
from io import BytesIO

import pytest
from warcio.archiveiterator import ArchiveIterator

from rashomon.exports.contract import Order
from rashomon.exports.wacz import LEFT_OUT, export_wacz, write_wacz
from rashomon.exports.warcs import sort_key
from rashomon.model.actors import Actor
from rashomon.model.errors import NotFoundError
from rashomon.model.evidence import Fetch
from rashomon.model.ledger import ActorLink, Linked
from rashomon.model.marks import Mark
from rashomon.model.reading import Mention, Reading
from rashomon.model.sources import Article, Capture, EvidenceSpan
from rashomon.model.words import ActorKind, MentionKind
from rashomon.readers.contract import Page
from rashomon.store.ledger import Ledger

URL = "https://www.wire.example/raid"
OLD, NEW = "Nine soldiers were killed at Ostrel.", "Twelve soldiers were killed at Ostrel."


@pytest.fixture
def ledger(tmp_path):
    with Ledger.create(tmp_path / "ledger") as made:
        for hour, text in (("08", OLD), ("09", NEW)):
            at = f"2031-03-05T{hour}:00:00+00:00"
            content = text.encode()
            capture = Capture(
                hashlib.sha256(content).hexdigest(), "raid", URL, at, len(content), None, "text/html; charset=utf-8"
            )
            made.keep(capture, content)
            headers = (("content-type", "text/html; charset=utf-8"), ("content-encoding", "gzip"), ("etag", '"a"'))
            made.evidence.record(Fetch(URL, URL, at, 200, headers, capture.sha256))
            article = Article(capture.sha256, 0, 0, len(text), text, title="Raid", url=URL)
            made.put_page(capture.sha256, Page((article,), "web-page/1"))
        note = b"a file that somebody brought"
        made.keep(Capture(hashlib.sha256(note).hexdigest(), "note.txt", None, "2031-03-06T00:00:00+00:00", len(note)), note)
        yield made


def opened(path):
    """Return the files of a package by name."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        assert {held.compress_type for held in package.infolist()} == {zipfile.ZIP_STORED}
        return {name: package.read(name) for name in package.namelist()}


def test_every_capture_comes_back_with_its_address_time_headers_and_bytes(ledger, tmp_path):
    (path,) = export_wacz(ledger, tmp_path / "out")
    files = opened(path)
    found = []
    for record in ArchiveIterator(BytesIO(files["archive/data.warc.gz"]), check_digests="raise"):
        said = record.http_headers.headers if record.http_headers else None
        headers = record.rec_headers
        found.append((record.rec_type, headers["WARC-Target-URI"], headers["WARC-Date"], said, record.content_stream().read()))

    responses = sorted(one for one in found if one[0] == "response")
    assert [(one[1], one[2], one[4].decode()) for one in responses] == [
        (URL, "2031-03-05T08:00:00Z", OLD),
        (URL, "2031-03-05T09:00:00Z", NEW),
    ]
    assert ("etag", '"a"') in responses[0][3]
    assert ("x-archive-orig-content-encoding", "gzip") in responses[0][3]
    assert "content-encoding" not in dict(responses[0][3])
    (resource,) = (one for one in found if one[0] == "resource")
    assert (resource[1][:11], resource[4]) == ("urn:sha256:", b"a file that somebody brought")


def test_the_manifest_holds_the_size_and_digest_of_every_file(ledger, tmp_path):
    files = opened(export_wacz(ledger, tmp_path / "out")[0])
    manifest = json.loads(files["datapackage.json"])
    held = {one["path"]: (one["bytes"], one["hash"]) for one in manifest["resources"]}

    assert held == {
        name: (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        for name, content in files.items()
        if not name.startswith("datapackage")
    }
    assert (manifest["profile"], manifest["wacz_version"], manifest["mainPageUrl"]) == ("data-package", "1.1.1", URL)
    digest = json.loads(files["datapackage-digest.json"])
    assert digest == {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(files['datapackage.json']).hexdigest()}"}


def test_the_index_is_sorted_and_its_offsets_lead_to_the_records(ledger, tmp_path):
    files = opened(export_wacz(ledger, tmp_path / "out")[0])
    lines = files["indexes/index.cdxj"].decode().splitlines()

    assert lines == sorted(lines)
    for line in lines:
        _, at, stated = line.split(" ", 2)
        told = json.loads(stated)
        begin, length = int(told["offset"]), int(told["length"])
        record = gzip.decompress(files["archive/data.warc.gz"][begin : begin + length]).decode()
        assert f"WARC-Target-URI: {told['url']}\r\n" in record
        assert f"WARC-Payload-Digest: {told['digest']}\r\n" in record
        assert (len(at), told["filename"]) == (14, "data.warc.gz")


def test_the_pages_are_listed_by_time(ledger, tmp_path):
    files = opened(export_wacz(ledger, tmp_path / "out")[0])
    head, *pages = map(json.loads, files["pages/pages.jsonl"].splitlines())

    assert head["format"] == "json-pages-1.0"
    assert [(page["url"], page["ts"]) for page in pages[:2]] == [(URL, "2031-03-05T08:00:00Z"), (URL, "2031-03-05T09:00:00Z")]


def test_an_article_brings_the_captures_of_all_its_versions_and_their_log(ledger, tmp_path):
    (article_id,) = ledger.unread_articles("none")
    (path,) = export_wacz(ledger, tmp_path / "out", article_id)
    files = opened(path)
    log = [json.loads(line) for line in files["evidence/log.jsonl"].splitlines()]

    assert path.name == f"{article_id}.wacz"
    assert len(list(ArchiveIterator(BytesIO(files["archive/data.warc.gz"])))) == 2
    assert [entry["kind"] for entry in log] == ["capture", "fetch", "capture", "fetch"]


def test_an_address_brings_its_captures_and_the_same_bytes_each_time(ledger, tmp_path):
    first, second = (export_wacz(ledger, tmp_path / name, URL)[0] for name in ("one", "two"))

    assert first.read_bytes() == second.read_bytes()
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == [first.name]


@pytest.mark.parametrize("of", ["art-0", "https://wire.example/none", "0" * 64])
def test_what_the_ledger_does_not_hold_is_not_found(of, ledger, tmp_path):
    with pytest.raises(NotFoundError):
        export_wacz(ledger, tmp_path / "out", of)


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.Wire.example:443/A/", "example,wire)/a/"),
        ("http://wire.example:8080?b&a", "example,wire:8080)/?a&b"),
        ("urn:sha256:00", "urn:sha256:00"),
    ],
)
def test_addresses_sort_by_their_hosts_backwards(address, key):
    assert sort_key(address) == key


def test_what_was_left_out_for_its_names_says_nothing_of_captures_that_may_not_be_shared(ledger, tmp_path):
    actor = Actor("Ilse Brandt", ActorKind.PERSON, listed=False, private=True)
    for mark, name in ((Mark.CLEAR, "own.txt"), (Mark.RED, "leak.txt")):
        text = f"Ilse Brandt saw the {name} raid."
        capture = Capture(hashlib.sha256(text.encode()).hexdigest(), name, None, "2031-03-06T00:00:00+00:00", len(text))
        ledger.keep(capture, text.encode())
        article = Article(capture.sha256, 0, 0, len(text), text)
        ledger.put_page(capture.sha256, Page((article,), "text/1"))
        span = EvidenceSpan(article.id, 0, len(actor.name))
        mention = Mention(span=span, kind=MentionKind.PERSON, text=actor.name, key="e1", name=actor.name, named=True)
        ledger.put_readings([Reading(article.id, "hand/1", (mention,))])
        ledger.marks.mark(capture.sha256, mark, "ana", "2031-03-07T00:00:00+00:00")
    told = [one.sha256 for one in ledger.captures() if one.name in ("own.txt", "leak.txt")]
    articles = [one.article.id for one in ledger.sources()]
    ledger.put_linked(Linked(actors=(actor,), actor_links=tuple(ActorLink(one, "e1", actor.id, 1.0) for one in articles)), "d1")

    files = {path.name: path for path in write_wacz(ledger, tmp_path / "out", Order())}

    assert all(ledger.pages.withholds(one) for one in told)
    own = next(one.sha256 for one in ledger.captures() if one.name == "own.txt")
    assert files[LEFT_OUT].read_text().splitlines()[1:] == [own]
