"""The commands that fetch, against a site on loopback."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon.cli import building
from rashomon.cli.main import main
from rashomon.pipeline.collect import fetching
from rashomon.pipeline.collect.limits import Limits
from rashomon.pipeline.collect.lock import updating_alone
from rashomon.pipeline.updating import Updated, Updating
from rashomon.store.ledger import Ledger

sys.path.append(str(Path(__file__).parents[1] / "pipeline"))
from local_site import LocalSite, Says, archive, feed  # the invented sites of the pipeline's tests

XML = "application/rss+xml"


def run(*arguments, code=0):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def site():
    with LocalSite() as made:
        made.pages["/feed"] = Says(feed(1, 2), kind=XML)
        yield made


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A ledger whose updates fetch in haste, and neither read nor link."""
    monkeypatch.setattr(fetching.Fetching.__init__, "__defaults__", (Limits(delay=0, backoff=0, tries=1), None, None))
    for loads in ("load_registry", "load_gazetteer"):
        monkeypatch.setattr(building, loads, lambda _lists: None)
    monkeypatch.setattr(building, "extractor", lambda *_lists: None)
    monkeypatch.setattr(Updating, "__init__", lambda *_rooms: None)
    monkeypatch.setattr(Updating, "update", lambda _self, _progress: Updated(0, 0, 0, linked=False))
    Ledger.create(tmp_path / "desk").close()
    return tmp_path / "desk"


def test_following_says_what_came_and_the_next_step(site, desk):
    said = run("-C", desk, "follow", site.at("/feed"), "--allow-private").output

    assert said == f"following {site.at('/feed')} (feed)\n  2 new articles\nnext: rashomon update\n"


def test_a_page_leads_to_its_feed_and_names_the_others(site, desk):
    link = '<link rel="alternate" type="application/rss+xml" title="{}" href="{}">'
    site.pages["/"] = Says(f"<html><head>{link.format('All', '/feed')}{link.format('Oskil', '/oskil')}</head></html>".encode())
    said = run("-C", desk, "follow", site.at("/"), "--allow-private").output

    assert f"following {site.at('/feed')} (feed)" in said
    assert f"the page also names: {site.at('/oskil')} Oskil" in said


def test_loopback_is_refused_unless_it_is_allowed(site, desk):
    result = run("-C", desk, "follow", site.at("/feed"), code=1)

    assert "--allow-private" in result.stderr
    assert "1 of the addresses are not followed" in result.stderr
    assert "nothing is followed (try: rashomon follow ADDRESS)" in run("-C", desk, "follows").output


def test_the_list_tells_states_intervals_and_reasons(site, desk):
    site.pages["/gone"] = Says(feed(3), kind=XML)
    run("-C", desk, "follow", site.at("/feed"), site.at("/gone"), "--allow-private", "--every", "2h")
    del site.pages["/gone"]
    run("-C", desk, "update", "--all", code=1)
    said = " ".join(run("-C", desk, "follows").output.split())
    told = {view["followed"]["address"]: view for view in json.loads(run("-C", desk, "follows", "--json").stdout)}

    assert f"ok {site.at('/feed')} (feed) 2 articles, last new" in said
    assert "1 time in a row: the server answered 404 Not Found" in said
    assert (told[site.at("/gone")]["state"], told[site.at("/feed")]["state"]) == ("failing", "ok")
    assert told[site.at("/feed")]["followed"]["every"] == 7200


def test_update_fetches_what_is_due_and_says_so(site, desk):
    run("-C", desk, "follow", site.at("/feed"), "--allow-private", "--every", "1m", "--entries", "none")
    idle = run("-C", desk, "update").output
    site.pages["/feed"] = Says(feed(1, 2, 3), kind=XML)
    busy = run("-C", desk, "update", "--all").output
    told = json.loads(run("-C", desk, "update", "--all", "--json").stdout)

    assert idle == "read 0 articles, nothing new to link\n"
    assert busy == "asked 1 source, 1 new article\nread 0 articles, nothing new to link\n"
    assert told["fetched"] == [{"address": site.at("/feed"), "new": 0, "unchanged": True, "fault": None, "put_off": None}]
    assert told["read"] == 0


def test_a_source_that_fails_is_said_listed_and_ends_with_1(site, desk):
    run("-C", desk, "follow", site.at("/feed"), "--allow-private")
    del site.pages["/feed"]
    result = run("-C", desk, "update", "--all", code=1)

    assert f"{site.at('/feed')}: the server answered 404 Not Found" in result.stderr
    assert "1 source could not be fetched (see: rashomon status)" in result.stderr
    assert "404 Not Found (fetching," in " ".join(run("-C", desk, "status").output.split())


def test_offline_nothing_is_asked(site, desk):
    run("-C", desk, "follow", site.at("/feed"), "--allow-private")
    before = len(site.asked)
    run("-C", desk, "update", "--all", "--offline")

    assert len(site.asked) == before


def test_paused_is_passed_over_until_it_is_resumed_and_unfollowed_is_gone(site, desk):
    here = site.at("/feed")
    run("-C", desk, "follow", here, "--allow-private")
    run("-C", desk, "pause", here)
    paused = run("-C", desk, "update", "--all").output
    listed = run("-C", desk, "follows").output
    run("-C", desk, "resume", here)
    resumed = run("-C", desk, "update", "--all").output
    run("-C", desk, "unfollow", here)

    assert "asked" not in paused
    assert listed.startswith("paused")
    assert "asked 1 source" in resumed
    assert "nothing is followed" in run("-C", desk, "follows").output


@pytest.mark.parametrize("verb", ["pause", "resume", "unfollow"])
def test_what_is_not_followed_ends_with_1(desk, verb):
    assert "no followed address 'https://no.example/'" in run("-C", desk, verb, "https://no.example/", code=1).stderr


@pytest.mark.parametrize("span", ["soon", "5s", "15", "-1m"])
@pytest.mark.parametrize("verb", [("update",), ("follow", "https://herald.example/")])
def test_a_span_that_is_none_is_a_wrong_call(desk, verb, span):
    assert "write it like 15m" in run("-C", desk, *verb, "--every", span, code=2).stderr


def test_staying_sleeps_until_something_is_due_and_fetches_again(site, desk, monkeypatch):
    slept = []

    def sleep(seconds):
        slept.append(seconds)
        if len(slept) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(building, "sleep", sleep)
    run("-C", desk, "follow", site.at("/feed"), "--allow-private", "--every", "1m")
    result = run("-C", desk, "update", "--every", "15m", code=1)

    assert result.output.count("read 0 articles") == 2
    assert all(1 <= seconds <= 60 for seconds in slept)


def test_two_updates_do_not_run_at_once(desk):
    with updating_alone(desk):
        assert "another update of" in run("-C", desk, "update", code=1).stderr


def test_an_archive_is_added_page_by_page(site, desk):
    site.pages["/tag"] = Says(archive([1, 2], '<a href="/tag/page/2">Older posts</a>'))
    site.pages["/tag/page/2"] = Says(archive([3, 4]))
    said = run("-C", desk, "add", site.at("/tag"), "--back", "9", "--allow-private").output

    assert said == f"{site.at('/tag')}: 2 articles\n{site.at('/tag/page/2')}: 2 articles\nnext: rashomon update\n"


def test_files_and_addresses_are_added_together(site, desk, tmp_path):
    (tmp_path / "feed.xml").write_bytes(feed(7))
    result = run("-C", desk, "add", tmp_path / "feed.xml", site.at("/feed"), site.at("/gone"), "--allow-private", code=1)

    assert "feed.xml: 1 article\n" in result.stdout
    assert f"{site.at('/feed')}: 2 articles\n" in result.stdout
    assert f"{site.at('/gone')}: the server answered 404" in result.stderr


def test_fetching_is_stamped_with_the_time_it_took_place(site, desk):
    before = datetime.now(UTC).replace(microsecond=0)
    run("-C", desk, "add", site.at("/feed"), "--allow-private")
    with Ledger.open(desk) as ledger:
        (capture,) = ledger.captures()

    assert before <= datetime.fromisoformat(capture.taken_at) <= datetime.now(UTC)
