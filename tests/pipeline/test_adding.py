import hashlib

import pytest

from rashomon.pipeline.adding import Adding, files_in, is_address

NOON = "2031-05-04T12:00:00+00:00"


def add(ledger, *sources, outlet=None):
    adding = Adding(ledger, outlet, lambda: NOON)
    return list(adding.add([str(source) for source in sources]))


def test_a_file_is_kept_whole_and_split(ledger, page):
    (added,) = add(ledger, page)

    (capture,) = ledger.captures()
    assert added.articles == 2
    assert capture.sha256 == hashlib.sha256(page.read_bytes()).hexdigest()
    assert capture.taken_at == NOON
    assert ledger.content(capture.sha256) == page.read_bytes()


def test_the_same_bytes_again_are_known(ledger, page):
    add(ledger, page)
    (again,) = add(ledger, page)

    assert again.known
    assert len(ledger.captures()) == 1


def test_the_outlet_a_person_names_stands_in_its_articles(ledger, page):
    add(ledger, page, outlet="Tarn Herald")

    ids = ledger.unread_articles("none")
    assert {ledger.article(article_id).outlet for article_id in ids} == {"Tarn Herald"}


def test_adding_again_without_the_outlet_does_not_forget_it(ledger, page):
    add(ledger, page, outlet="Tarn Herald")
    before = ledger.unread_articles("none")
    add(ledger, page)

    assert ledger.unread_articles("none") == before
    assert {ledger.article(article_id).outlet for article_id in before} == {"Tarn Herald"}


def test_a_folder_gives_its_files_sorted_without_hidden_ones(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden", "sub/c.txt", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")

    assert [found.removeprefix(f"{tmp_path}/") for found in files_in(str(tmp_path))] == ["a.txt", "b.txt", "sub/c.txt"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)),
        ("zeros.bin", bytes(2000)),
        ("latin.txt", "Attaque à Gao: l'armée a tué trois assaillants, selon le préfet.".encode("latin-1")),
    ],
)
def test_what_cannot_be_read_is_kept_with_its_reason_and_stops_nothing(ledger, page, tmp_path, name, content):
    bad = tmp_path / name
    bad.write_bytes(content)

    faulty, fine = add(ledger, bad, page)

    assert faulty.fault
    assert fine.articles == 2
    (fault,) = ledger.status().faults
    assert (fault.source, fault.reason) == (str(bad), faulty.fault)
    assert ledger.content(hashlib.sha256(content).hexdigest()) == content


def test_a_missing_file_is_a_fault_with_a_next_step(ledger, tmp_path):
    (added,) = add(ledger, tmp_path / "nothing.txt")

    assert "does it exist" in added.fault
    assert ledger.captures() == ()


@pytest.mark.parametrize(
    ("source", "address"), [("https://herald.example/a", True), ("HTTP://x", True), ("https.txt", False), ("pages/", False)]
)
def test_an_address_is_told_from_a_file(source, address):
    assert is_address(source) is address


def test_a_fault_goes_when_the_source_reads_at_last(ledger, tmp_path, page):
    late = tmp_path / "late.txt"
    add(ledger, late)
    late.write_bytes(page.read_bytes())
    add(ledger, late)

    assert ledger.status().faults == ()
