"""Feeds by the grammar of RFC 4287, Word files by the schemas of their format; each of the two would find a fault."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from graph_ledgers import order
from lxml import etree
from test_brief_files import written

from rashomon.exports.feeds.writing import question_feed
from rashomon.exports.feeds.xml import atom
from rashomon.store.ledger import Ledger

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def feed(graph_folder: Path) -> bytes:
    """An Atom feed that a desk gives."""
    with Ledger.open(graph_folder) as ledger:
        return atom(question_feed(ledger, order().selection, "https://desk.example/search", "https://desk.example/a.atom"))


def test_a_feed_keeps_the_grammar_of_its_format(feed: bytes) -> None:
    root = etree.fromstring(feed)

    assert root.findall(f"{ATOM}entry")
    assert GRAMMAR.validate(root), GRAMMAR.error_log
    ids = [one.text for one in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    for holder in [root, *root.findall(f"{ATOM}entry")]:  # of one type and language there may be one page only
        links = holder.findall(f"{ATOM}link")
        assert sum(link.get("rel") == "alternate" for link in links) <= 1


@pytest.mark.parametrize(
    ("path", "spoil"),
    [
        (f"{ATOM}updated", lambda one: setattr(one, "text", "5 May 2031")),
        (f"{ATOM}entry/{ATOM}id", lambda one: one.getparent().remove(one)),
        (f"{ATOM}entry/{ATOM}content", lambda one: one.set("type", "markdown")),
        (f"{ATOM}entry/{ATOM}category", lambda one: one.attrib.clear()),
    ],
)
def test_the_grammar_finds_what_is_no_feed(feed: bytes, path: str, spoil: Callable[[etree._Element], None]) -> None:
    root = etree.fromstring(feed)
    found = root.find(path)
    assert found is not None
    spoil(found)

    assert not GRAMMAR.validate(root)


def faults(content: bytes, folder: Path) -> list[str]:
    """Return what the validator of Office files says of a Word file."""
    audit = pytest.importorskip("openxml_audit", reason="not installed (it is in the group dev)")
    path = folder / "brief.docx"
    path.write_bytes(content)
    return [str(one) for one in audit.OpenXmlValidator().validate(path).errors]


def test_a_word_file_keeps_the_schemas_of_its_format(tmp_path: Path) -> None:
    content = written("docx")

    assert faults(content, tmp_path) == []

    spoiled = BytesIO()
    with ZipFile(BytesIO(content)) as parts, ZipFile(spoiled, "w") as others:
        for part in parts.infolist():
            others.writestr(part, parts.read(part).replace(b"<w:body>", b"<w:body><w:nothing/>"))
    assert faults(spoiled.getvalue(), tmp_path)
