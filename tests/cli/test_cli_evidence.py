"""The commands verify, versions, outlets and the export of captures, as a person calls them."""

import hashlib
import json
import sqlite3
from dataclasses import replace

import pytest
import yaml
from click.testing import CliRunner

from rashomon.cli.main import main
from rashomon.model.evidence import Fetch
from rashomon.model.sources import Article, Capture
from rashomon.readers.contract import Page
from rashomon.store.ledger import Ledger

URL = "https://news.unheard-of.example/raid"
TEXTS = ("Nine died at Ostrel. Nobody claimed it.", "Twelve died at Ostrel. Nobody claimed it. Colonel Oru Selm said so.")


@pytest.fixture
def folder(tmp_path):
    with Ledger.create(tmp_path / "desk") as ledger:
        for hour, text in enumerate(TEXTS):
            at = f"2031-03-05T0{hour}:00:00+00:00"
            capture = Capture(hashlib.sha256(text.encode()).hexdigest(), "raid", URL, at, len(text), media_type="text/html")
            article = Article(capture.sha256, 0, 0, len(text), text, title="Raid", outlet="Unheard Of's", url=URL)
            ledger.keep(capture, text.encode())
            ledger.evidence.record(Fetch(URL, URL, at, 200, sha256=capture.sha256))
            ledger.put_page(capture.sha256, Page((article,), "web-page/1"))
        wire = replace(article, title="Other", outlet="reuters.com", url=None, n=1)
        ledger.put_page(capture.sha256, Page((article, wire), "web-page/1"))
    return tmp_path / "desk"


def run(folder, *arguments):
    return CliRunner().invoke(main, ["-C", str(folder), *map(str, arguments)])


def test_verify_says_that_all_is_well_and_names_the_head(folder):
    result = run(folder, "verify")
    head = result.output.split()[-1]

    assert (result.exit_code, len(head)) == (0, 64)
    told = "2 captures, 3 articles, 0 readings, 0 events, the full-text indexes; what linking made was not compared"
    assert f"checked 4 entries of the log, {told}\nnote: nothing was linked yet" in result.output
    assert "all is as it was kept" in result.output
    assert run(folder, "verify", "--kept", "--head", head).exit_code == 0


def test_verify_links_again_and_names_what_linking_did_not_make(sample_folder):
    connection = sqlite3.connect(sample_folder / "ledger.db")
    with connection:
        (copy,) = connection.execute("SELECT article_id FROM copies ORDER BY article_id LIMIT 1").fetchone()
        connection.execute("DELETE FROM copies WHERE article_id = ?", (copy,))
        connection.execute("UPDATE roots SET name = 'Nobody' WHERE id = (SELECT min(id) FROM roots)")
    connection.close()
    result = run(sample_folder, "verify")

    assert result.exit_code == 1
    assert {line for line in result.output.splitlines() if line.startswith("linking")} == {
        f"linking copies {copy}: is missing: 1 row",
        "linking roots: says otherwise than linking does: 1 row",
    }
    assert "the full-text indexes; what linking made was not compared" in run(sample_folder, "verify", "--kept").output


def test_verify_names_what_is_wrong_and_fails(folder):
    connection = sqlite3.connect(folder / "ledger.db")
    with connection:
        connection.execute("UPDATE captures SET name = 'other'")
    connection.close()
    result = run(folder, "verify", "--kept")

    assert result.exit_code == 1
    assert result.output.count("this capture is not what the log says was written") == 2
    assert json.loads(run(folder, "verify", "--kept", "--json").output)["problems"][0]["where"] == "row"
    assert run(folder, "verify", "--kept", "--head", "0" * 63 + "1").output.count("the log was cut or rewritten") == 1


def test_the_log_is_printed_a_line_an_entry(folder):
    lines = [json.loads(line) for line in run(folder, "verify", "--log").output.splitlines()]

    assert [line["kind"] for line in lines] == ["capture", "fetch"] * 2


def test_versions_show_what_changed_and_that_the_page_does_not_say_so(folder):
    with Ledger.open(folder) as ledger:
        wanted = next(i for i in ledger.unread_articles("none") if ledger.article(i).url == URL)
        ledger.evidence.record(Fetch(URL, None, "2031-03-06T00:00:00+00:00", 410, reason="gone"))
    result = run(folder, "versions", wanted)

    assert result.exit_code == 0
    assert "the page does not say that it was changed" in result.output
    assert "+ Colonel Oru Selm said so." in result.output
    assert "gone since 2031-03-06" in result.output
    assert len(json.loads(run(folder, "versions", wanted, "--json").output)["versions"]) == 2
    assert run(folder, "versions", "art-0").exit_code == 1


def test_outlets_say_what_lists_know_and_give_entries_that_can_be_pasted(folder):
    result = run(folder, "outlets")
    listed, _, pasted = result.output.partition("Not listed (1)")

    assert "Reuters, here as reuters.com: agency, family Thomson Reuters, GB, en" in listed
    (entry,) = yaml.safe_load(pasted.partition("\n")[2])
    assert (entry["name"], entry["sites"]) == ("Unheard Of's", ["news.unheard-of.example"])
    (folder / "lists" / "outlets.yaml").write_text(pasted.partition("\n")[2].replace("kind: ", "kind: site"), encoding="utf-8")
    assert "Not listed" not in run(folder, "outlets").output


def test_a_mistake_in_the_list_is_named_with_its_line(folder):
    (folder / "lists" / "outlets.yaml").write_text("# mine\n- name: Wire\n  kind: wire\n", encoding="utf-8")
    result = run(folder, "outlets")

    assert result.exit_code == 1
    assert "entry 'Wire': kind must be one of" in result.output
    assert "(line 2)" in result.output


def test_captures_are_exported_all_or_of_one_address(folder, tmp_path):
    assert run(folder, "export", "--form", "wacz", tmp_path / "out").output == f"wrote {tmp_path / 'out' / 'captures.wacz'}\n"
    assert run(folder, "export", "--form", "wacz", "--of", URL, tmp_path / "out").exit_code == 0
    assert run(folder, "export", "--form", "wacz", "--of", "https://none.example/", tmp_path / "out").exit_code == 1
    assert run(folder, "export", "--form", "gold", "--of", URL, tmp_path / "out").exit_code == 2


def test_a_web_archive_is_added_record_by_record(folder, tmp_path):
    run(folder, "export", "--form", "wacz", tmp_path / "out")
    page = b"<html><head><title>Raid</title></head><body><article><h1>Raid at Ostrel</h1><p>" + b"Nine died at Ostrel. " * 9
    with Ledger.create(tmp_path / "other") as ledger:
        page += b"</p></article></body></html>"
        capture = Capture(
            hashlib.sha256(page).hexdigest(), "raid", URL, "2031-03-05T00:00:00+00:00", len(page), media_type="text/html"
        )
        ledger.keep(capture, page)
    run(tmp_path / "other", "export", "--form", "wacz", tmp_path / "pages")
    Ledger.create(tmp_path / "third").close()
    result = run(tmp_path / "third", "add", tmp_path / "pages" / "captures.wacz")

    assert result.exit_code == 0, result.output
    assert "captures.wacz: 1 article" in result.output
    with Ledger.open(tmp_path / "third") as ledger:
        assert [(held.sha256, held.address, held.taken_at) for held in ledger.captures()] == [
            (capture.sha256, URL, capture.taken_at)
        ]
