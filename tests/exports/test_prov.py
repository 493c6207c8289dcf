"""One event's provenance: read back by the `prov` package, in both forms the same, and keeping to PROV's constraints."""

import pytest
from graph_ledgers import PRIVATE, SECRET, order, restrict
from prov.model import ProvActivity, ProvAgent, ProvDerivation, ProvDocument, ProvEntity, ProvGeneration, ProvUsage

from rashomon.exports.graphs.prov.records import Name, Record, prov_json, prov_n
from rashomon.exports.graphs.prov.writing import write_prov
from rashomon.model.errors import LedgerError, NotFoundError
from rashomon.model.marks import Mark
from rashomon.model.words import Verdict
from rashomon.store.review.contract import Draft


@pytest.fixture
def event(graph):
    """The blast's id, after a person corrected its toll."""
    bombing = next(one.told for one in graph.publishing.events(order(type="bombing").selection))
    graph.review.decide(
        Draft(Verdict.EDIT, bombing.accounts[0].account.id, "ann", "2031-03-09T08:00:00+00:00", "recount", "killed", ("13",))
    )
    return bombing.line.id


@pytest.fixture
def paths(graph, event, tmp_path):
    return write_prov(graph, tmp_path / "out", order(of=event))


@pytest.fixture
def document(paths):
    return ProvDocument.deserialize(str(paths[0]))


def lines(text):
    return sorted(line.strip() for line in text.splitlines() if line.strip())


def test_the_package_reads_the_json_and_writes_the_same_notation(document, paths):
    assert lines(document.get_provn()) == lines(paths[1].read_text(encoding="utf-8"))
    assert ProvDocument.deserialize(content=document.serialize(), format="json") == document


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # of rdflib, by way of the package
def test_the_rdf_of_it_leads_back_to_the_same_document(document):
    turtle = document.serialize(format="rdf", rdf_format="turtle")

    assert "prov:wasDerivedFrom" in turtle
    again = ProvDocument.deserialize(content=turtle, format="rdf", rdf_format="turtle")
    for kind in (ProvEntity, ProvActivity, ProvAgent):
        assert {one.identifier for one in again.get_records(kind)} == {one.identifier for one in document.get_records(kind)}


def test_nothing_is_both_an_entity_and_an_activity_and_nothing_comes_of_itself(document):
    names = {kind: {one.identifier for one in document.get_records(kind)} for kind in (ProvEntity, ProvActivity, ProvAgent)}
    derived = {}
    for one in document.get_records(ProvDerivation):
        derived.setdefault(one.args[0], set()).add(one.args[1])

    def comes_of(name, seen=()):
        assert name not in seen
        for source in derived.get(name, ()):
            comes_of(source, (*seen, name))

    assert names[ProvEntity].isdisjoint(names[ProvActivity])
    for name in names[ProvEntity]:
        comes_of(name)


def test_every_name_that_a_relation_uses_is_declared_and_an_entity_is_made_once(document):
    declared = {one.identifier for one in document.get_records((ProvEntity, ProvActivity, ProvAgent))}
    made = [one.args[0] for one in document.get_records(ProvGeneration)]
    named = {value for one in document.get_records() if not one.is_element() for _, value in one.formal_attributes}

    assert {value for value in named if hasattr(value, "localpart")} <= declared
    assert len(made) == len(set(made))


def test_the_event_goes_back_to_the_bytes_by_way_of_who_read_and_who_decided(document, event):
    agents = {str(one.label) for one in document.get_records(ProvAgent)}
    acts = {str(next(iter(one.get_asserted_types()))) for one in document.get_records(ProvActivity)}
    used = {str(one.args[0]).partition(":")[2].partition("-")[0] for one in document.get_records(ProvUsage)}
    derived = {(one.args[0].localpart, one.args[1].localpart) for one in document.get_records(ProvDerivation)}

    assert {"hand-1", "shape-1", "ann", "Vale Courier", "Daily Echo", "Vale Front", "Karsk Guards"} <= agents
    assert acts == {"rsh:Adding", "rsh:Splitting", "rsh:ReadingOfArticle", "rsh:Linking", "rsh:Decision"}
    assert {"linking", "splitting", "reading", "dec"} <= used
    reached, wanted = set(), {event}
    while wanted:
        reached |= wanted
        wanted = {source for name, source in derived if name in wanted} - reached
    assert {name.partition("-")[0] for name in reached} == {"evt", "acc", "art", "cap", "reading", "root"}


def test_restricted_articles_and_private_names_are_left_out(graph, event, tmp_path):
    restrict(graph)
    clear = "".join(path.read_text("utf-8") for path in write_prov(graph, tmp_path / "clear", order(of=event)))
    amber = "".join(path.read_text("utf-8") for path in write_prov(graph, tmp_path / "amber", order(Mark.AMBER, event)))

    assert PRIVATE not in clear + amber
    assert SECRET not in clear
    assert SECRET in amber
    assert "TLP:AMBER" in amber


def test_an_order_without_an_event_or_with_an_unknown_one_says_so(graph, tmp_path):
    with pytest.raises(LedgerError, match="--of evt-"):
        write_prov(graph, tmp_path, order())
    with pytest.raises(NotFoundError, match="evt-nothing"):
        write_prov(graph, tmp_path, order(of="evt-nothing"))


def test_signs_that_end_a_text_are_escaped_in_both_forms():
    records = [Record("entity", ("rsh:a",), (("prov:value", 'say "no" \\ now\nthen'), ("prov:type", Name("rsh:Account"))))]

    (read,) = ProvDocument.deserialize(content=prov_json(records), format="json").get_records(ProvEntity)
    assert next(iter(read.value)) == 'say "no" \\ now\nthen'
    assert 'prov:value="say \\"no\\" \\\\ now then"' in prov_n(records)
