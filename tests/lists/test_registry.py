from pathlib import Path

import pytest

from rashomon.lists.registry import ListedRegistry, load_registry
from rashomon.model.errors import ListError
from rashomon.model.words import ActorKind, OutletKind, Relation
from rashomon.text.folding import fold
from shipped import shipped_lists


@pytest.fixture(scope="module")
def registry() -> ListedRegistry:
    return shipped_lists()[0]


def found(registry: ListedRegistry, name: str) -> list[str]:
    return [actor.name for actor in registry.find(name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kata’ib Hezbollah", "Kata'ib Hezbollah"),
        ("KATAIB HIZBALLAH", "Kata'ib Hezbollah"),
        ("كتائب حزب الله", "Kata'ib Hezbollah"),
        ("Hezbollah", "Lebanese Hezbollah"),
        ("Hizbullah", "Lebanese Hezbollah"),
        ("PMU", "Popular Mobilization Forces"),
        ("Hashed al-Shaabi", "Popular Mobilization Forces"),
        ("al-Hashd al-Shaabi", "Popular Mobilization Forces"),
        ("Daesh", "Islamic State"),
        ("ISIL", "Islamic State"),
        ("Quds Force", "Qods Force"),
        ("Qasim Suleimani", "Qassem Soleimani"),
        ("the Houthis", "Houthis"),
        ("FMLN", "Farabundo Marti National Liberation Front"),
        ("Sendero Luminoso", "Shining Path"),
        ("Rapid Support Forces", "Rapid Support Forces"),
        ("ЗСУ", "Ukrainian military"),
        ("Brigadier General Iraj Masjedi", "Iraj Masjedi"),
        ("Grand Ayatollah Ali al-Sistani", "Ali al-Sistani"),
    ],
)
def test_spellings_of_a_known_actor_find_it(registry: ListedRegistry, text: str, name: str) -> None:
    assert found(registry, text) == [name]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Chilean army", "Chilean military", ActorKind.FORCE),
        ("Kenyan police", "Kenyan police", ActorKind.FORCE),
        ("government of Peru", "Peru", ActorKind.STATE),
        ("Government of United States of America", "United States", ActorKind.STATE),
        ("Norwegian government", "Norway", ActorKind.STATE),
        ("U.S. troops", "US military", ActorKind.FORCE),
        ("American forces", "US military", ActorKind.FORCE),
        ("Ministry of Defense of Armenia", "Armenian defence ministry", ActorKind.GOVERNMENT_BODY),
        ("Ugandan Ministry of Interior", "Ugandan interior ministry", ActorKind.GOVERNMENT_BODY),
    ],
)
def test_every_state_has_a_government_and_forces(registry: ListedRegistry, text: str, name: str, kind: ActorKind) -> None:
    assert [(actor.name, actor.kind) for actor in registry.find(text)] == [(name, kind)]


def test_a_listed_actor_takes_its_name_from_the_made_one(registry: ListedRegistry) -> None:
    assert found(registry, "Israeli army") == ["Israel Defense Forces"]
    assert found(registry, "Iraqi forces") == ["Iraqi security forces"]


def test_a_listed_actor_that_is_also_made_keeps_both_sets_of_names(registry: ListedRegistry) -> None:
    assert found(registry, "Syrian Arab Army") == found(registry, "Syrian troops") == ["Syrian military"]


def test_names_made_by_pattern_are_indexed_as_they_fold(registry: ListedRegistry) -> None:
    for text, actor, _ in registry.names():
        assert actor in registry.find(text) or (text.islower() and len(text) <= 4), text


@pytest.mark.parametrize("word", ["us", "is", "who", "car", "nothing of the kind", "", "the"])
def test_plain_words_find_no_actor(registry: ListedRegistry, word: str) -> None:
    assert registry.find(word) == ()


@pytest.mark.parametrize(
    ("text", "name"), [("IS", "Islamic State"), ("Jordan", "Jordan"), ("Tehran", "Iran"), ("Sadr", "Muqtada al-Sadr")]
)
def test_names_with_another_meaning_are_ambiguous(registry: ListedRegistry, text: str, name: str) -> None:
    assert [ambiguous for alias, actor, ambiguous in registry.names() if alias == text and actor.name == name] == [True]


def test_a_name_of_two_actors_is_ambiguous_and_finds_both_by_name(registry: ListedRegistry) -> None:
    assert found(registry, "Ansar al-Sharia") == sorted(found(registry, "Ansar al-Sharia"))
    assert len(found(registry, "Ansar al-Sharia")) > 1
    assert all(ambiguous for text, _, ambiguous in registry.names() if text == "Ansar al-Sharia")


def test_a_sure_name_stays_sure_where_another_actor_has_it_as_ambiguous(registry: ListedRegistry) -> None:
    by_actor = {actor.name: ambiguous for text, actor, ambiguous in registry.names() if text == "Syria"}
    assert by_actor == {"Syria": False}
    assert {a.name: vague for text, a, vague in registry.names() if text == "Hezbollah"}["Lebanese Hezbollah"] is False


def test_the_two_hezbollahs_share_no_sure_name(registry: ListedRegistry) -> None:
    iraqi, lebanese = registry.find("Kata'ib Hezbollah")[0], registry.find("Lebanese Hezbollah")[0]
    names = [{fold(text) for text in (actor.name, *(a.text for a in actor.aliases))} for actor in (iraqi, lebanese)]
    assert names[0].isdisjoint(names[1])


def test_sure_names_are_shared_by_no_two_listed_actors(registry: ListedRegistry) -> None:
    sure: dict[str, str] = {}
    for actor in registry.actors:
        vague = {fold(alias.text) for alias in actor.aliases if alias.ambiguous}
        for text in {fold(text) for text in (actor.name, *(alias.text for alias in actor.aliases))} - vague:
            assert sure.setdefault(text, actor.name) == actor.name, text


def test_ties_and_sides_name_listed_actors(registry: ListedRegistry) -> None:
    names = {actor.name for actor in registry.actors}
    assert {tie.object for tie in registry.ties} | {tie.subject for tie in registry.ties} <= names
    assert {side for actor in registry.actors for side in actor.sides} <= names


def test_a_commander_leads_from_one_day_to_another(registry: ListedRegistry) -> None:
    (tie,) = [tie for tie in registry.ties if tie.subject == "Qassem Soleimani"]
    assert (tie.relation, tie.object, str(tie.valid)) == (Relation.LEADS, "Qods Force", "1998-01-01/2020-01-03")


def test_outlets_are_found_by_alias_and_are_actors_too(registry: ListedRegistry) -> None:
    outlet = registry.outlet("LWJ")
    assert outlet is not None
    assert outlet.name == "FDD's Long War Journal"
    assert registry.outlet("Reuters").kind == OutletKind.AGENCY  # type: ignore[union-attr]
    assert registry.outlet("Gazette of Nowhere") is None
    assert [actor.kind for actor in registry.find("Amaq News Agency")] == [ActorKind.OUTLET]


def test_actors_stand_in_order_and_once(registry: ListedRegistry) -> None:
    names = [actor.name for actor in registry.actors]
    assert names == sorted(set(names))
    assert len(names) > 1000


def test_a_ledgers_own_entry_replaces_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text(
        "- name: Houthis\n  kind: armed_group\n  aliases: [Mountain League]\n"
        "- name: River Front\n  kind: armed_group\n  ties: [{relation: backed_by, object: Houthis, from: 2031, source: site}]\n",
        encoding="utf-8",
    )
    (tmp_path / "outlets.yaml").write_text(
        "- name: Harbour Wire\n  kind: agency\n  family: Harbour\n  grades: [{letter: C, since: 2030-05-01, why: slow}]\n",
        encoding="utf-8",
    )
    registry = load_registry(tmp_path)
    assert found(registry, "mountain league") == ["Houthis"]
    assert found(registry, "Ansar Allah") == []
    tie = next(tie for tie in registry.ties if tie.subject == "River Front")
    assert (tie.source, str(tie.valid)) == ("site", "2031-01-01/")
    outlet = registry.outlet("harbour wire")
    assert outlet is not None
    assert (outlet.family, outlet.grades[0].letter) == ("Harbour", "C")
    assert registry.digest != shipped_lists()[0].digest


def test_the_digest_stays_while_the_files_do() -> None:
    assert load_registry().digest == shipped_lists()[0].digest


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("actors.yaml", "- name: X\n  kind: dragon\n", "entry 'X': kind must be one of"),
        ("actors.yaml", "- name: X\n  kind: person\n  aliases: one\n", "aliases must be a list"),
        ("actors.yaml", "- name: X\n  kind: person\n  alias: [one]\n", "unknown key 'alias'"),
        ("actors.yaml", "- name: X\n  kind: person\n- name: X\n  kind: person\n", "a second entry"),
        ("actors.yaml", "- name: X\n  kind: person\n  ties: [{relation: eats, object: Y}]\n", "a tie needs"),
        ("actors.yaml", "- name: X\n  kind: person\n  ties: [{relation: leads, object: Y, until: 2020}]\n", "a tie has only"),
        ("actors.yaml", "- name: X\n  kind: person\n  ties: [{relation: leads, object: Y, from: May}]\n", "entry 'X'"),
        ("actors.yaml", "- kind: person\n", "entry 1 has no name"),
        ("actors.yaml", "name: X\n", "must be a list of entries"),
        ("actors.yaml", "- name: [\n", "is no YAML"),
        ("outlets.yaml", "- name: X\n  kind: pigeon\n", "kind must be one of"),
        ("outlets.yaml", "- name: X\n  grades: [{letter: Z}]\n", "letter must be one of"),
        ("outlets.yaml", "- name: X\n  grades: [{letter: A, since: soon}]\n", "since must be a day"),
    ],
)
def test_a_broken_list_names_file_entry_and_reason(tmp_path: Path, name: str, content: str, said: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ListError) as caught:
        load_registry(tmp_path)
    assert f"ledger: {name}" in str(caught.value)
    assert said in str(caught.value)


def test_an_empty_list_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert len(load_registry(tmp_path).actors) == len(shipped_lists()[0].actors)


def test_an_entry_may_say_its_sectors_and_its_title_in_wikipedia(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text(
        "- name: River Watch\n  kind: force\n  sectors: [COP]\n  wikipedia: River Watch (police)\n"
        "  ties: [{relation: role_in, object: Mali, role: river police, from: 2031}]\n",
        encoding="utf-8",
    )
    (watch,) = load_registry(tmp_path).find("River Watch (police)")
    assert (watch.name, watch.sectors) == ("River Watch", ("COP",))
    assert [(alias.text, alias.source) for alias in watch.aliases] == [("River Watch (police)", "Wikipedia")]
    assert [(tie.role, str(tie.valid)) for tie in watch.ties] == [("river police", "2031-01-01/")]


@pytest.mark.parametrize(
    ("name", "sectors"),
    [
        ("Peruvian police", ("COP",)),
        ("Peruvian defence ministry", ("GOV", "MIL")),
        ("Riigikogu", ("LEG",)),
        ("Peruvian military", ()),
    ],
)
def test_bodies_have_the_sectors_that_their_kind_does_not_say(
    registry: ListedRegistry, name: str, sectors: tuple[str, ...]
) -> None:
    assert [actor.sectors for actor in registry.find(name)] == [sectors]


def test_an_actor_holds_the_ties_it_is_an_end_of(registry: ListedRegistry) -> None:
    (force,) = registry.find("Qods Force")
    assert {tie.subject for tie in force.ties if tie.relation == Relation.LEADS} == {"Qassem Soleimani", "Esmail Qaani"}
    assert all(force.name in (tie.subject, tie.object) for tie in force.ties)
