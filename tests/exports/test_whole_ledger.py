"""A ledger as lines and back: equal to the byte, shared in part without a trace of the rest, and refused where it is damaged."""

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from told_desk import SECRET_ADDRESS, SECRET_TITLE, TITLES, restrict, updating

from rashomon.exports.annotated import export_annotated
from rashomon.exports.contract import Order
from rashomon.exports.gold.writing import export_gold
from rashomon.exports.whole import reading
from rashomon.exports.whole.importing import import_whole
from rashomon.exports.whole.reading import read_lines
from rashomon.exports.whole.writing import write_whole
from rashomon.model.errors import LedgerError
from rashomon.model.marks import Mark
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import Selection
from rashomon.store.review.views import LogQuestion
from rashomon.store.tables import metadata
from rashomon.store.views import Question
from rashomon.store.whole.contract import BadThingError
from rashomon.store.whole.kinds import KINDS, LEFT_OUT
from rashomon.store.whole.whole import CACHE

RED = Order(Selection(clearance=Mark.RED))
CLEAR = Order(Selection(clearance=Mark.CLEAR))


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def written(folder: Path, out: Path, order: Order = RED) -> dict[str, bytes]:
    with Ledger.open(folder) as ledger:
        write_whole(ledger, out, order)
    return files(out)


@pytest.fixture(scope="module")
def export(told_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole") / "out"
    written(told_folder, out)
    return out


@pytest.fixture(scope="module")
def imported(export: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("imported") / "desk"
    import_whole(export, folder)
    return folder


@pytest.fixture(scope="module")
def part(told_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of what may be shared with all, of a ledger with restricted captures."""
    folder = tmp_path_factory.mktemp("part")
    shutil.copytree(told_folder, folder / "desk")
    with Ledger.open(folder / "desk") as ledger:
        restrict(ledger)
    written(folder / "desk", folder / "out", CLEAR)
    return folder / "out"


def test_an_import_exported_again_is_the_same_to_the_byte(export: Path, imported: Path, tmp_path: Path):
    assert written(imported, tmp_path / "again") == files(export)


def test_the_same_ledger_gives_the_same_bytes_twice(export: Path, told_folder: Path, tmp_path: Path):
    assert written(told_folder, tmp_path / "again") == files(export)


def test_an_imported_ledger_passes_its_check_and_has_nothing_to_do(imported: Path):
    with Ledger.open(imported) as ledger:
        verified = ledger.evidence.verify()
        done = updating(ledger).update()

    assert (verified.problems, verified.captures) == ((), 6)
    assert (done.split, done.read, done.linked) == (0, 0, False)


def test_a_ledger_that_is_filled_keeps_few_pages_in_memory(tmp_path: Path):
    with Ledger.create(tmp_path / "new") as ledger:
        ledger.whole.loading()
        with ledger.whole._engine.connect() as connection:
            held = connection.exec_driver_sql("PRAGMA cache_size").scalar()

    assert held == -CACHE, "else the import's memory grows with the ledger up to what a desk keeps"


def test_other_exports_of_an_import_are_the_same(told_folder: Path, imported: Path, tmp_path: Path):
    for name, folder in (("one", told_folder), ("two", imported)):
        with Ledger.open(folder) as ledger:
            export_gold(ledger, tmp_path / name / "gold")
            export_annotated(ledger.review, tmp_path / name / "annotated")

    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert "corrected-000.xml" in " ".join(files(tmp_path / "one"))


def test_decisions_hold_and_can_be_taken_back_in_an_import(imported: Path, tmp_path: Path):
    shutil.copytree(imported, tmp_path / "desk")
    with Ledger.open(tmp_path / "desk") as ledger:
        log = ledger.review.log(LogQuestion()).decisions
        recount = next(one for one in log if one.decision.why == "recount")
        assert [
            str(version.value) for version in ledger.event(recount.decision.target).event.killed if version.value.low == 5
        ] == ["5"]
        ledger.review.undo(recount.decision.id, "ann", "2031-06-03T09:00:00+00:00", "wrong")
        told = next(view for view in ledger.event(recount.decision.target).accounts if view.account.id == recount.decision.target)

    assert [one.stands for one in log].count(False) == 1
    assert str(told.account.killed) == "4"


def test_an_import_is_searched_by_words_claims_and_names(told_folder: Path, imported: Path):
    answers = []
    for folder in (told_folder, imported):
        with Ledger.open(folder) as ledger:
            asked = [ledger.ask(Question(text=text)) for text in ("market", "claimed responsibility", "Boko Haram", "Vellamy")]
            answers.append([(one.total, one.found_claims, [hit.line.id for hit in one.articles]) for one in asked])

    assert answers[0] == answers[1]
    assert all(any(total for total in row[:2]) or row[2] for row in answers[0][:3])


def test_each_table_is_given_out_or_left_out_for_a_reason():
    given = {table.name for table in KINDS.values()} - {"event_index"}

    assert given | set(LEFT_OUT) == set(metadata.tables)
    assert given.isdisjoint(LEFT_OUT)


def test_no_password_and_no_session_is_given_out(told: Ledger, tmp_path: Path):
    told.people.add("carla", "admin", "a long secret phrase", "2031-01-01T00:00:00+00:00")
    write_whole(told, tmp_path / "out", RED)

    lines = (tmp_path / "out" / "ledger.jsonl").read_text(encoding="utf-8")
    assert "argon2" not in lines
    assert "carla" not in lines


def test_the_first_line_says_what_the_file_is(export: Path):
    first = json.loads((export / "ledger.jsonl").read_bytes().splitlines()[0])

    assert (first["thing"], first["form"], first["left_out"]) == ("ledger", 1, 0)
    assert "names of private persons" in first["notice"]


def test_a_part_holds_nothing_of_restricted_captures(part: Path):
    everything = b"\n".join(files(part).values()).decode()

    for secret in ("eleven people", "Nothing happened in Abuja", "hidden.example", "crawl.warc", "the informant was sure"):
        assert secret not in everything
    assert "ten people" in everything, "the older wording may be shared"
    assert SECRET_ADDRESS in everything, "which came from the same address"


def test_a_part_is_a_ledger_of_its_own(part: Path, tmp_path: Path):
    made = import_whole(part, tmp_path / "desk")
    assert written(tmp_path / "desk", tmp_path / "again", CLEAR) == files(part)

    with Ledger.open(tmp_path / "desk") as ledger:
        assert ledger.evidence.verify().problems == ()
        done = updating(ledger).update()
        assert ledger.evidence.verify().problems == ()
        events = {view.article.title for line in ledger.ask(Question()).events for view in ledger.event(line.id).accounts}
        decided = {logged.decision.why for logged in ledger.review.log(LogQuestion()).decisions}

    assert made.left_out == 2
    assert (done.failed, done.linked) == (0, True)
    assert set(TITLES) < events, "the older wording counts again"
    assert SECRET_TITLE in events
    assert decided == {"recount", "", "no"}


def test_with_the_clearance_nothing_is_missing_from_a_marked_ledger(told: Ledger, tmp_path: Path):
    restrict(told)
    write_whole(told, tmp_path / "out", RED)

    made = import_whole(tmp_path / "out", tmp_path / "copy")

    assert made.left_out == 0
    assert made.counts["mark"] == 2
    assert made.private == ("https://feed.example/",)
    with Ledger.open(tmp_path / "copy") as ledger:
        assert [marked.mark for marked in ledger.marks.all()] == [Mark.AMBER, Mark.RED]


def test_a_folder_with_files_in_it_is_not_written_to(told: Ledger, tmp_path: Path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "old.txt").write_text("left by an export of more", encoding="utf-8")

    with pytest.raises(LedgerError, match="is in use already"):
        write_whole(told, tmp_path / "out", RED)


def test_words_do_not_narrow_the_whole(told: Ledger, tmp_path: Path):
    with pytest.raises(LedgerError, match="not narrowed"):
        write_whole(told, tmp_path / "out", Order(Selection(Question(text="market"))))


def test_a_capture_that_is_damaged_is_not_given_out(told: Ledger, tmp_path: Path):
    digest = told.captures()[0].sha256
    (told.folder / "captures" / digest[:2] / digest).write_bytes(b"other")

    with pytest.raises(LedgerError, match=f"capture {digest} is damaged"):
        write_whole(told, tmp_path / "out", RED)


Lines = list[dict[str, object]]


def sealed(lines: Lines) -> bytes:
    """The lines as a file whose last line is right, so that only what was changed is wrong."""
    body = [json.dumps(line).encode() + b"\n" for line in lines if line["thing"] != "end"]
    end = {"thing": "end", "lines": len(body), "sha256": sha256(b"".join(body)).hexdigest()}
    return b"".join(body) + json.dumps(end).encode() + b"\n"


def first_of(lines: Lines, thing: str) -> dict[str, object]:
    return next(line for line in lines if line["thing"] == thing)


def change(thing: str, /, **values: object) -> Callable[[Lines], bytes]:
    def changed(lines: Lines) -> bytes:
        first_of(lines, thing).update(values)
        return sealed(lines)

    return changed


def twice(thing: str) -> Callable[[Lines], bytes]:
    def changed(lines: Lines) -> bytes:
        at = lines.index(first_of(lines, thing))
        return sealed([*lines[: at + 1], lines[at], *lines[at + 1 :]])

    return changed


def without(thing: str) -> Callable[[Lines], bytes]:
    def changed(lines: Lines) -> bytes:
        lines.remove(first_of(lines, thing))
        return sealed(lines)

    return changed


def moved(lines: Lines) -> bytes:
    return sealed([lines[0], lines[-2], *lines[1:-2]])


def with_text(lines: Lines) -> bytes:
    text = first_of(lines, "article")
    text["text"] = str(text["text"]).replace("four", "five")
    return sealed(lines)


def deep(lines: Lines) -> bytes:
    return sealed(lines[:1]).splitlines(keepends=True)[0] + b'{"thing":"topic","id":' + b"[" * 100_000 + b"\n"


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        pytest.param(change("ledger", form=2), r"line 1: form 2, but this Rashomon reads form 1", id="form"),
        pytest.param(change("ledger", revision="0003"), r"line 1: made of tables at revision '0003'", id="revision"),
        pytest.param(lambda lines: sealed(lines[1:]), r"line 1: no whole ledger", id="no-first"),
        pytest.param(lambda lines: sealed([lines[0], *lines]), r"line 2: a second first line", id="two-firsts"),
        pytest.param(change("list", name="../../evil"), r"line 2: no name of a list", id="list-traversal"),
        pytest.param(change("list", name=".profile"), r"line 2: no name of a list", id="list-hidden"),
        pytest.param(change("list", sha256="../x"), r"line 2: '../x' is no SHA-256", id="list-digest"),
        pytest.param(change("list", sha256="0" * 64), r"line 2: the bytes of 0+ are missing", id="list-bytes"),
        pytest.param(twice("list"), r"line 3: no name of a list, or one that stands out of order or twice", id="list-twice"),
        pytest.param(
            change("capture", sha256="../../../etc/passwd"), r"line 4: '../../../etc/passwd' is no SHA-256", id="traversal"
        ),
        pytest.param(change("capture", size=1), r"line 4: the bytes of \w+ are \d+, not 1", id="size"),
        pytest.param(change("capture", size=True), r"line 4: 'size' of a capture must be int, not True", id="bool"),
        pytest.param(change("capture", name=None), r"line 4: this capture has no 'name'", id="null"),
        pytest.param(change("capture", colour="red"), r"line 4: a capture has no value 'colour'", id="unknown-value"),
        pytest.param(change("capture", thing="secret"), r"line 4: no kind of thing is called 'secret'", id="unknown-thing"),
        pytest.param(change("capture", taken_at="1999-01-01"), r"this capture is not what the log says", id="against-log"),
        pytest.param(twice("capture"), r"line 5: capture '\w+' stands twice", id="twice"),
        pytest.param(moved, r"line 3: a list must stand before the captures", id="order"),
        pytest.param(without("article"), r"line \d+: this (version_key|version|reading) does not fit", id="points-at-nothing"),
        pytest.param(with_text, r"line \d+: article 'art-\w+' is not the one that its id and digest name", id="text"),
        pytest.param(change("article", published="yesterday"), r"line \d+: .*yesterday", id="date"),
        pytest.param(change("article", title="\ud800"), r"line \d+: .*surrogates not allowed", id="surrogate"),
        pytest.param(change("article", number=2**70), r"line \d+: 'number' of a article is too large", id="huge-number"),
        pytest.param(change("reading", content={"article_id": 3}), r"line \d+: cannot read a stored Reading", id="reading"),
        pytest.param(
            change("decision", when="2000"), r"line \d+: decision 'dec-\w+' is not the one that its id names", id="decision"
        ),
        pytest.param(without("log"), r"line \d+: entry 2 of the log does not follow", id="log"),
        pytest.param(change("event", killed=["many"]), r"line \d+: .*many", id="range"),
        pytest.param(lambda lines: sealed(lines)[:-200], r"line \d+: (the file is cut off|no JSON)", id="cut"),
        pytest.param(
            lambda lines: b"".join(sealed(lines).splitlines(keepends=True)[:-1]), r"the file is cut off: its last", id="no-end"
        ),
        pytest.param(lambda lines: sealed(lines).replace(b'"page0.html"', b'"page9.html"'), r"has another digest", id="digest"),
        pytest.param(lambda lines: sealed(lines) + b"{}\n", r"something stands behind the last line", id="behind"),
        pytest.param(lambda _: b"PK\x03\x04\x00\n", r"line 1: no JSON", id="zip"),
        pytest.param(lambda _: b"[]\n", r"line 1: no thing", id="list-line"),
        pytest.param(lambda _: b"", r"line 1: the file is cut off", id="empty"),
        pytest.param(deep, r"line 2: no JSON", id="nested"),
        pytest.param(lambda lines: sealed(lines).replace(b'"size": ', b'"size": NaN, "x": ', 1), r"NaN is no number", id="nan"),
    ],
)
def test_damage_is_refused_with_its_line_and_no_ledger_is_left(export: Path, tmp_path: Path, damage, said: str):
    copy = tmp_path / "in"
    shutil.copytree(export, copy)
    path = copy / "ledger.jsonl"
    path.write_bytes(damage([json.loads(line) for line in path.read_bytes().splitlines()]))

    with pytest.raises(LedgerError, match=said):
        import_whole(path, tmp_path / "desk")

    assert [one.name for one in tmp_path.iterdir()] == ["in"]


def test_bytes_that_were_changed_or_point_elsewhere_are_refused(export: Path, tmp_path: Path):
    shutil.copytree(export, tmp_path / "in")
    digest = next(line.thing.values["sha256"] for line in read_lines(export / "ledger.jsonl") if line.thing.kind == "capture")
    kept = tmp_path / "in" / "bytes" / str(digest)[:2] / str(digest)
    kept.write_bytes(b"x" * kept.stat().st_size)
    with pytest.raises(BadThingError, match=r"line 4: the bytes in .* are not those of capture"):
        import_whole(tmp_path / "in", tmp_path / "desk")

    kept.unlink()
    kept.symlink_to("/etc/hostname")
    with pytest.raises(BadThingError, match=r"line 4: the bytes of .* are missing"):
        import_whole(tmp_path / "in", tmp_path / "desk")
    assert not (tmp_path / "desk").exists()


def test_a_line_without_end_does_not_fill_the_memory(tmp_path: Path):
    (tmp_path / "ledger.jsonl").write_bytes(b'{"thing":"' + b"a" * 5000)

    with pytest.raises(BadThingError, match="line 1: longer than the 1000 bytes"):
        list(read_lines(tmp_path / "ledger.jsonl", longest=1000))
    assert reading.LONGEST >= 290_000_000, "what a page of articles may have"


def test_a_folder_in_use_is_left_as_it_is(export: Path, tmp_path: Path):
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "mine.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(LedgerError, match="is in use already"):
        import_whole(export, tmp_path / "desk")
    assert files(tmp_path / "desk") == {"mine.txt": b"mine"}
