"""What was planted in the sample, looked for in the ledger that is built of it."""

import random
import shutil
from pathlib import Path

import click
import nbformat
import pytest
from click.testing import CliRunner
from nbclient import NotebookClient

from rashomon.cli.main import main
from rashomon.linking.run import link
from rashomon.pipeline.adding import Adding
from rashomon.pipeline.updating import Updating
from rashomon.sample import sample_files
from rashomon.store.ledger import Ledger
from shipped import sample_reading

NOTEBOOK = Path(__file__).parents[1] / "docs" / "first-look.ipynb"


class Sample:
    """The sample's ledger, linked, with look-ups by the words of its pages."""

    def __init__(self, ledger, registry, gazetteer):
        self.folder = ledger.folder
        self.sources = tuple(ledger.sources())
        self.lists = (registry, gazetteer)
        self.linked = link(self.sources, *self.lists, ledger.decisions())
        self.articles = {source.article.id: source.article for source in self.sources}
        self.accounts = {account.id: account for source in self.sources for account in source.reading.accounts}
        self.figures = {figure.id: figure for source in self.sources for figure in source.reading.figures}

    def article(self, outlet, title):
        """The one article of an outlet whose title, or text where it has none, begins so."""
        (found,) = (
            each
            for each in self.articles.values()
            if each.outlet == outlet and (each.title or each.text.strip()).lstrip("#* ").startswith(title)
        )
        return found

    def events_of(self, outlet, title, *kinds):
        """The events that an article tells, of these types."""
        article = self.article(outlet, title)
        return [
            event
            for event in self.linked.events
            if any(self.accounts[each].article_id == article.id for each in event.accounts) and str(event.type) in kinds
        ]

    def event_with(self, words, *kinds):
        """The events one of whose accounts is told in a sentence with these words."""
        return [event for event in self.linked.events if str(event.type) in kinds and self._tells(event, words)]

    def _tells(self, event, words):
        return any(
            words in account.evidence.of(self.articles[account.article_id]).replace("\n", " ")
            for account in map(self.accounts.get, event.accounts)
        )

    def contradictions(self, event, kind):
        return [each for each in self.linked.contradictions if each.event_id == event.id and str(each.kind) == kind]

    def words(self, position):
        return self.articles[position.article_id].text[position.start : position.end]

    def clash(self, *words):
        """The contradictions with sides in these words, each in another side."""
        return [
            each
            for each in self.linked.contradictions
            if all(any(said in self.words(side).replace("\n", " ") for side in each.positions) for said in words)
        ]

    def series(self, source):
        return [each for each in self.linked.series if each.source == source]


@pytest.fixture(scope="module")
def sample(sample_folder):
    with Ledger.open(sample_folder) as ledger:
        yield Sample(ledger, *sample_reading()[1:])


@pytest.fixture(scope="module")
def market(sample):
    """The bombing of the market of 11 March."""
    (event,) = sample.event_with("claims responsibility for the bombing of the army supply office", "bombing")
    return event


@pytest.mark.parametrize(
    ("copy", "original", "kind"),
    [
        (("Radio Vessary", "Second blast"), ("Frontier Wire", "Second blast"), "verbatim"),
        (("Ledger Mirror", "Tarvessian army says"), ("Frontier Wire", "Tarvessian army says"), "excerpt"),
        (("Ledger Mirror", "Three stories"), ("Frontier Wire", "Three accounts"), "reworded"),
        (("Ledger Mirror", "Merowick bombing"), ("Frontier Wire", "Merrowick bombing toll"), "reworded"),
    ],
)
def test_a_copy_is_found_and_goes_back_to_its_original(sample, copy, original, kind):
    (found,) = (each for each in sample.linked.copies if each.article_id == sample.article(*copy).id)
    assert (found.original_id, str(found.kind)) == (sample.article(*original).id, kind)


def test_nothing_but_the_four_copies_is_taken_for_one(sample):
    assert len(sample.linked.copies) == 4


def test_the_market_bombing_is_told_by_many_outlets_as_one_event(sample, market):
    outlets = {sample.articles[sample.accounts[each].article_id].outlet for each in market.accounts}
    assert outlets >= {"Frontier Wire", "Heron Dispatch", "Karst Monitor", "Ilvaren Courier", "Ledger Mirror"}
    assert str(market.date) == "2031-03-11"
    assert "Sable Heron" in market.title
    assert "Merrowick" in market.title


def test_two_bombings_of_one_market_two_weeks_apart_are_two_events(sample, market):
    told = sample.event_with("exploded at the reopened Coppersmiths' Market", "bombing")
    second = [event for event in told if event.id != market.id]
    assert second
    assert all(str(event.date) == "2031-03-25" for event in second)
    assert market.id in {event.id for event in told}, "the same sentence recalls the first, two weeks before"


def test_a_toll_that_one_agency_raises_from_day_to_day_is_an_update(sample, market):
    (update,) = (
        each
        for each in sample.contradictions(market, "number")
        if str(each.severity) == "update" and each.topic.startswith("killed")
    )
    assert list(dict.fromkeys(position.says for position in update.positions)) == ["at least 12 killed", "19 killed", "23 killed"]


def test_those_who_died_since_are_no_toll_of_their_own(sample, market):
    said = {p.says for each in sample.contradictions(market, "number") if str(each.severity) == "update" for p in each.positions}
    assert "4 killed" not in said


def test_the_council_s_lower_toll_is_a_different_number(sample, market):
    (clash,) = (
        each
        for each in sample.contradictions(market, "number")
        if str(each.severity) == "different_number" and each.topic.startswith("killed")
    )
    assert {"7 killed", "19 killed", "23 killed"} <= {position.says for position in clash.positions}
    (low,) = (position for position in clash.positions if position.says == "7 killed")
    assert sample.articles[low.article_id].outlet == "Ilvaren Courier"


def test_who_bombed_the_market_is_claimed_by_one_laid_to_another_and_denied_by_it(sample, market):
    (clash,) = sample.contradictions(market, "responsibility")
    said = {(position.source, position.says) for position in clash.positions}
    assert said >= {("Sable Heron", "Sable Heron did it"), ("Reed Valley Front", "Reed Valley Front did not do it")}
    accusers = {source for source, says in said if says == "Reed Valley Front did it"}
    assert accusers & {"Corvin Ostrey", "the interior ministry"}
    assert {each.outlet for each in (sample.articles[position.article_id] for position in clash.positions)} >= {"Heron Dispatch"}


def test_denying_a_part_in_it_is_no_denial_that_it_happened(sample, market):
    assert sample.contradictions(market, "denial") == []


def test_no_side_is_told_twice_of_one_event(sample):
    for clash in sample.linked.contradictions:
        if clash.event_id is not None and str(clash.kind) in ("responsibility", "denial"):
            sides = [(position.source, position.says) for position in clash.positions]
            assert len(sides) == len(set(sides)), clash.topic
    kinds = [(clash.event_id, clash.kind, clash.severity, clash.topic) for clash in sample.linked.contradictions]
    assert len(kinds) == len(set(kinds))


def test_a_copy_takes_no_side_in_a_contradiction(sample):
    copied = {each.article_id for each in sample.linked.copies}
    assert not [each for each in sample.linked.contradictions for p in each.positions if p.article_id in copied]


def test_a_neighbour_accused_of_a_drone_denies_its_part(sample):
    (clash,) = sample.clash("hit by a drone that crossed the border", "Dorrund denied the accusation")
    assert [position.says for position in clash.positions] == ["Dorrund did it", "Dorrund did not do it"]
    assert clash.positions[-1].source == "Dorrund"
    assert str(clash.kind) == "responsibility"


def test_the_shelling_of_a_column_is_said_and_denied(sample):
    (clash,) = (
        clash
        for clash in sample.linked.contradictions
        if any("We deny the story of a shelled relief column" in sample.words(position) for position in clash.positions)
    )
    assert str(clash.kind) == "denial"
    assert any("Sable Heron fighters shelled a relief column" in sample.words(position) for position in clash.positions)


def test_the_three_explanations_of_the_blast_are_sides_of_one_disputed_event(sample):
    clashes = sample.clash(
        "the explosion was an accident", "hit by a drone that crossed the border", "it was sabotage by soldiers"
    )
    (clash,) = (each for each in clashes if str(each.kind) == "responsibility")
    (event,) = (event for event in sample.linked.events if event.id == clash.event_id)
    assert str(event.status) == "disputed"
    assert {"sabotage", "drone_or_missile_strike"} <= {support.value for support in event.types}
    assert "Sabotage" not in event.title


def test_the_commander_is_dead_and_alive(sample):
    (clash,) = sample.clash("it had killed Dravo Hesk", "Commander Dravo Hesk was killed near Illubren", "appeared in a video")
    assert (str(clash.kind), str(clash.severity)) == ("denial", "contradiction")


def test_both_sides_say_that_they_hold_the_town(sample):
    (clash,) = sample.clash("it had retaken Karvost", "it still controlled all of it")
    assert (str(clash.kind), str(clash.severity)) == ("actor", "contradiction")


@pytest.mark.parametrize(
    "words",
    [("48", "212", "263"), ("31st", "28"), ("400", "1,500")],
    ids=["against the totals", "other counts", "size of a group"],
)
def test_numbers_that_cannot_all_be_right(sample, words):
    (clash,) = (
        each for each in sample.clash(*words) if each.event_id is None and {*map(sample.words, each.positions)} == {*words}
    )
    assert str(clash.severity) == "different_number"


def test_an_outlet_that_tells_of_a_taken_town_did_not_take_it(sample):
    titles = [event.title for event in sample.linked.events if str(event.type) == "territory_taken"]
    assert any("by Tarvessian military in Karvost" in title for title in titles)
    assert not [title for title in titles if "Frontier Wire" in title]


def test_a_town_that_is_taken_and_retaken_is_taken_in_two_events(sample):
    (taken,) = sample.event_with("took full control of Karvost", "territory_taken")
    retaken = sample.event_with("it had retaken Karvost", "territory_taken")
    assert [event for event in retaken if event.id != taken.id]


def test_the_attacks_that_the_group_claims_are_one_series_with_what_follows_from_it(sample):
    (series,) = sample.series("Sable Heron")
    assert series.what == "attacks claimed by Sable Heron"
    values = {sample.figures[each].value.low for each in series.figures}
    assert values >= {41, 57, 98, 212, 263}
    assert {(str(each.period), each.value) for each in series.derived} >= {("2031-03-01/2031-04-30", 114), ("2031-05", 51)}


def test_what_a_printed_number_leaves_open_is_said(sample):
    (series,) = sample.series("Sable Heron")
    (fault,) = series.faults
    assert fault.startswith("48 is printed for 2031-05")


def test_the_monitor_s_own_lower_count_is_a_series_of_its_own(sample):
    (series,) = sample.series("Karst Monitor")
    assert {sample.figures[each].value.low for each in series.figures} == {61, 131}
    assert [(str(each.period), each.value) for each in series.derived] == [("2031-03-01/2031-04-30", 70)]


def test_no_average_and_no_part_is_a_point_of_a_series(sample):
    (series,) = sample.series("Sable Heron")
    assert not {17, 9, 53} & {sample.figures[each].value.low for each in series.figures}


@pytest.mark.parametrize(
    ("outlet", "title", "kinds"),
    [
        ("Harbour Notes", "Tarvessian army to rehearse", ("bombing", "armed_clash", "airstrike", "killing")),
        ("Harbour Notes", "Ilvaren United", ("bombing", "armed_clash", "airstrike", "killing")),
        ("Harbour Notes", "Storm batters", ("bombing", "attack", "armed_clash", "airstrike")),
    ],
)
def test_sport_storms_and_exercises_are_no_violence(sample, outlet, title, kinds):
    assert sample.events_of(outlet, title, *kinds) == []


def test_an_anniversary_is_no_bombing_of_this_year(sample):
    told = sample.events_of("Ilvaren Courier", "Capital remembers", "bombing", "attack")
    assert {str(event.date) for event in told} == {"2021-06-30"}


@pytest.mark.parametrize(
    ("words", "kind", "date", "place"),
    [
        ("Vantreska designated the Reed Valley Front as a terrorist organization", "designation_or_sanction", "2031-05-14", None),
        ("A roadside bomb destroyed a fuel truck and killed three soldiers", "bombing", "2031-06-12", None),
        ("took full control of Karvost", "territory_taken", "2031-06-16", "Karvost"),
        ("exploded at the reopened Coppersmiths' Market", "bombing", "2031-03-25", "Merrowick"),
        ("A shipment of 1,200 rifles seized", "arms_transfer", None, "Merrowick"),
    ],
)
def test_a_planted_event_is_there_with_day_and_place(sample, words, kind, date, place):
    places = {each.id: each.name for each in sample.linked.places}
    found = sample.event_with(words, kind)
    assert [event for event in found if date is None or str(event.date) == date]
    assert place is None or any(place == places[each.value] for event in found for each in event.places)


def test_no_title_repeats_itself_or_names_nobody(sample):
    for event in sample.linked.events:
        words = event.title.lower()
        assert " against people" not in words
        assert " by no " not in words
        assert " in a " not in words


def test_the_order_of_the_sources_changes_nothing(sample):
    assert link(reversed(sample.sources), *sample.lists) == sample.linked


class Replayed:
    """Gives the readings of a finished ledger."""

    version = "replayed"

    def __init__(self, sources):
        self._readings = {source.article.id: source.reading for source in sources}

    def read(self, article):
        return self._readings[article.id]


def test_files_that_arrive_in_batches_and_another_order_make_the_same_ledger(sample, tmp_path):
    chance, files = random.Random(3), list(sample_files())
    chance.shuffle(files)
    with Ledger.create(tmp_path / "desk") as ledger:
        updating = Updating(ledger, Replayed(sample.sources), *sample.lists)
        while files:
            for path, outlet in files[: chance.randint(2, 4)]:
                list(Adding(ledger, outlet).add([str(path)]))
                files.remove((path, outlet))
            updating.update()
        assert ledger.linked() == sample.linked
        assert updating.update().linked is False


def run(sample, *arguments):
    result = CliRunner().invoke(main, ["-C", str(sample.folder), *arguments])
    assert result.exit_code == 0, result.output
    return " ".join(click.unstyle(result.output).split())


def test_explain_says_why_accounts_are_one_event_and_where_each_comes_from(sample, market):
    said = run(sample, "explain", market.id)
    assert "same time: both on 2031-03-11" in said
    assert "told on the word of" in said
    assert "responsibility, contradiction" in said
    assert "The Reed Valley Front denies any involvement in the bombing" in said


def test_explain_says_why_an_article_is_a_copy(sample):
    copy = sample.article("Ledger Mirror", "Three stories")
    said = run(sample, "explain", copy.id)
    assert "it repeats Frontier Wire" in said
    assert "Three accounts of a blast" in said


def test_explain_says_why_a_name_is_an_actor(sample):
    article = sample.article("Heron Dispatch", "Commander Hesk is alive")
    said = run(sample, "explain", article.id, "hesk")
    assert "Dravo Hesk (act-" in said
    assert "is an alias of" in said or "is how" in said or "Commander Hesk" in said


def test_explain_of_a_contradiction_shows_both_texts(sample):
    (clash,) = sample.clash("it had retaken Karvost", "it still controlled all of it")
    said = run(sample, "explain", clash.id)
    assert "“it still controlled all of it”" in said


def test_explain_of_a_series_sets_our_own_events_beside_the_published_counts(sample):
    (series,) = sample.series("Sable Heron")
    said = run(sample, "explain", series.id)
    assert "it follows: 2031-05: 263 (2031-01-01/2031-05-31) - 212 (2031-01-01/2031-04-30) = 51" in said
    assert "2031-01-01/2031-05-31: published 263, in this ledger" in said


def test_an_outlet_that_copies_has_told_nothing_first(sample):
    said = run(sample, "sources", "ledger mirror")
    assert "Ledger Mirror (outlet)" in said
    assert "told before by" in said


def test_all_sources_are_listed_with_their_record(sample):
    said = run(sample, "sources")
    assert "Frontier Wire (outlet)" in said
    assert "Sable Heron (speaker)" in said


def test_the_notebook_of_the_docs_runs_over_the_sample(sample, tmp_path):
    kept = nbformat.read(NOTEBOOK, as_version=4)
    shutil.copytree(sample.folder, tmp_path / "demo")
    fresh = nbformat.read(NOTEBOOK, as_version=4)

    NotebookClient(fresh, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()

    shown = "\n".join(out["data"]["text/plain"] for cell in fresh.cells for out in cell.get("outputs", ()) if "data" in out)
    assert "it was sabotage" in shown
    assert "▇" * 23 in shown
    assert all(source in shown for source in ("Sable Heron", "Merrowick city council", "Tarvessian health ministry"))
    outputs = [out for cell in kept.cells for out in cell.get("outputs", ())]
    assert {out["output_type"] for out in outputs} == {"execute_result"}
    assert len(outputs) == sum(cell["cell_type"] == "code" for cell in kept.cells) - 1  # the last cell closes the ledger
    assert "/home/" not in NOTEBOOK.read_text(encoding="utf-8")
