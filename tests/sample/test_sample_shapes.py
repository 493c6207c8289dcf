"""Every sample file parses in its own format and holds the stories it is meant to hold."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from rashomon.sample import sample_files, sample_lists

PATHS = {path.name: path for path, _ in sample_files()}
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def text_of(name: str) -> str:
    return PATHS[name].read_text(encoding="utf-8")


def test_every_file_is_there_once_and_in_a_fixed_order() -> None:
    assert [path.name for path, _ in sample_files()] == list(PATHS)
    assert sample_files() == sample_files()
    assert all(path.is_file() for path in PATHS.values())


def test_no_source_file_is_left_out_of_the_list() -> None:
    folder = sample_lists().parent
    kinds = {".xml", ".txt", ".json", ".html"}
    on_disk = {path for path in folder.rglob("*") if path.suffix in kinds and path.name != "README.txt"}

    assert on_disk == set(PATHS.values())


@pytest.mark.parametrize(("path", "outlet"), [pair for pair in sample_files() if pair[1] is not None])
def test_an_outlet_is_named_only_where_the_page_prints_none(path: Path, outlet: str) -> None:
    head = path.read_text(encoding="utf-8")[:60]

    assert outlet not in head


def test_the_feed_has_eight_stories_with_a_body_and_a_lead() -> None:
    stories = ET.parse(PATHS["frontier-wire.rss.xml"]).getroot().findall("channel/item")  # a file of our own

    assert len(stories) == 8
    for story in stories:
        body, lead = story.findtext(CONTENT, ""), story.findtext("description", "")
        assert lead
        assert lead.replace("&", "&amp;") in body
        assert 60 <= len(re.sub(r"<[^>]+>", " ", body).split()) <= 350


def test_the_tag_archive_has_seven_headlines_each_with_one_brief() -> None:
    first, *lines = [line for line in text_of("karst-monitor-tag-archive.txt").splitlines() if line]

    assert first == "Tag Archives: Tarvessia"
    assert len(lines) == 14
    assert all(len(headline.split()) < 12 < len(brief.split()) for headline, brief in zip(lines[::2], lines[1::2], strict=True))


def test_the_channel_export_has_eight_messages_one_forwarded_and_a_service_message() -> None:
    messages = json.loads(text_of("result.json"))["messages"]
    written = [message for message in messages if message["type"] == "message"]

    assert len(written) == 8
    assert len(messages) == 9
    assert [message["forwarded_from"] for message in written if "forwarded_from" in message] == ["Reed Valley Voice"]


def test_the_channel_export_says_the_same_in_text_and_entities() -> None:
    messages = json.loads(text_of("result.json"))["messages"]

    for message in messages:
        text = message["text"]
        parts = [text] if isinstance(text, str) else [part if isinstance(part, str) else part["text"] for part in text]
        assert "".join(parts) == "".join(entity["text"] for entity in message["text_entities"])


def test_the_post_archive_has_four_bylines_and_a_digest_without_one() -> None:
    text = text_of("harbour-notes-archive.txt")
    bylines = re.findall(r"^(?:► )?Author: .+ \| Date: \d+ \w+ 2031 \| Permalink$", text, re.MULTILINE)
    digest = text.split("#14\n", 1)[1].split("The convoy war on", 1)[0]

    assert len(bylines) == 4
    assert "Author:" not in digest
    assert len(digest.strip().split("\n\n")) == 3


def test_captions_are_glued_to_the_first_word() -> None:
    glued = re.findall(r"^\w[\w ]* ?[a-z][A-Z][a-z]+ ", text_of("harbour-notes-archive.txt"), re.MULTILINE)

    assert len(glued) == 5


def test_the_flattened_feed_has_four_stories_that_repeat_their_lead() -> None:
    text = text_of("ledger-mirror.rss.txt")
    leads = re.findall(r"\+0000 https\S+ (\S.*?) \[…\]\]\]>", text)

    assert text.count("\n]]>\n") == 4
    assert len(leads) == 4
    assert all(text.count(" ".join(lead.split()[:12])) == 2 for lead in leads)


@pytest.mark.parametrize("name", [name for name in PATHS if name.endswith(".html")])
def test_a_page_prints_its_outlet_title_and_day(name: str) -> None:
    text = text_of(name)

    assert re.search(r'<meta property="og:site_name" content="[^"]+">', text)
    assert re.search(r'<meta property="article:published_time" content="2031-\d\d-\d\dT', text)
    assert text.count("<h1>") == 1
