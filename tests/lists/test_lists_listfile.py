"""List files: every value is text, and a mistake says where it stands."""

import pytest

from rashomon.lists.listfile import Entry, ListFile, digest, entries, own, shipped
from rashomon.model.errors import ListError


def read(text, label="actors/salt.yaml"):
    return entries(ListFile(label, text.encode() if isinstance(text, str) else text))


def entry(**values):
    return Entry("actors/salt.yaml", "Salt League", values)


@pytest.mark.parametrize("value", ["NO", "yes", "2014", "3.10", "2031-05-01", "1e3", "null", "~", "0x1F", "12:30"])
def test_a_value_stays_as_written(value):
    (found,) = read(f"- name: X\n  country: {value}\n")
    assert found.text("country") == value


def test_entries_come_in_their_order_with_their_file():
    found = read("- name: Zed\n- name: Абу\n- name: جبهة\n")
    assert [(one.file, one.name) for one in found] == [("actors/salt.yaml", name) for name in ("Zed", "Абу", "جبهة")]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "[]\n"])
def test_an_empty_file_has_no_entries(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: X\n", "actors/salt.yaml must be a list of entries, each opening with '- name: ...'"),
        ("just words\n", "must be a list of entries"),
        ("- X\n", "actors/salt.yaml: entry 1 must be a mapping that opens with '- name: ...', not 'X'"),
        ("- name: X\n- kind: person\n", "actors/salt.yaml: entry 2 has no name: {'kind': 'person'}"),
        ("- name: ''\n", "entry 1 has no name"),
        ("- name: '  '\n", "entry 1 has no name"),
        ("- name: [X]\n", "entry 1 has no name"),
        ("- name: [\n", "actors/salt.yaml is no YAML: "),
        ("- name: X\n\tkind: person\n", "is no YAML: "),
        (b"- name: \xff\xfe\n", "is no YAML: "),
        (b"\x00\x01", "is no YAML: "),
    ],
)
def test_a_broken_file_names_file_place_and_reason(text, said):
    with pytest.raises(ListError) as caught:
        read(text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("values", [{}, {"country": ""}])
def test_what_is_missing_or_empty_is_not_stated(values):
    found = entry(**values)
    assert found.text("country") is None
    assert found.number("country") is None
    assert (found.texts("country"), found.rows("country")) == ((), ())


@pytest.mark.parametrize(
    ("ask", "value", "said"),
    [
        (Entry.text, ["AA"], "country must be one text, not ['AA']"),
        (Entry.texts, "AA", "country must be a list of texts like [one, two], not 'AA'"),
        (Entry.texts, ["AA", ""], "country must be a list of texts"),
        (Entry.texts, ["AA", ["BB"]], "country must be a list of texts"),
        (Entry.texts, {"AA": "BB"}, "country must be a list of texts"),
        (Entry.rows, ["AA"], "country must be a list of mappings like [{a: one, b: two}], not ['AA']"),
        (Entry.rows, [{"a": ["b"]}], "country must be a list of mappings"),
        (Entry.rows, {"a": "b"}, "country must be a list of mappings"),
        (Entry.number, "ten", "country must be a number, not 'ten'"),
        (Entry.number, ["1"], "country must be one text"),
    ],
)
def test_a_value_of_another_form_names_file_entry_and_key(ask, value, said):
    with pytest.raises(ListError) as caught:
        ask(entry(country=value), "country")
    assert str(caught.value).startswith("actors/salt.yaml: entry 'Salt League': ")
    assert said in str(caught.value)


def test_values_of_the_right_form_come_back():
    found = entry(aliases=["Salt", "ملح"], ties=[{"relation": "leads"}, {}], population="12.5")
    assert found.texts("aliases") == ("Salt", "ملح")
    assert found.rows("ties") == ({"relation": "leads"}, {})
    assert found.number("population") == 12.5


@pytest.mark.parametrize(
    ("begin", "end", "days"),
    [
        ("2020", "2021-06", "2020-01-01/2021-06-30"),
        ("2020-05-03", None, "2020-05-03/"),
        (None, "2020", "/2020-12-31"),
        ("2020", "2020", "2020"),
        (None, None, None),
    ],
)
def test_an_interval_may_be_open_on_either_side(begin, end, days):
    found = entry().interval(begin, end)
    assert (None if found is None else str(found)) == days


@pytest.mark.parametrize(("begin", "end"), [("May 2020", None), ("2021", "2020"), ("2020-13", None), ("2020-02-30", None)])
def test_a_broken_interval_names_the_entry(begin, end):
    with pytest.raises(ListError, match="entry 'Salt League': "):
        entry().interval(begin, end)


def test_an_unknown_key_is_a_mistake_and_the_known_ones_are_named():
    entry(kind="person", name="Salt League").only(["kind", "aliases"])
    with pytest.raises(ListError, match=r"unknown key 'alias' \(known: aliases, kind\)"):
        entry(kind="person", alias="x", zeal="y").only(["kind", "aliases"])


def test_shipped_files_come_by_name_and_folders_in_order():
    assert [file.label for file in shipped("countries.yaml")] == ["countries.yaml"]
    labels = [file.label for file in shipped("actors", "outlets.yaml")]
    assert labels[-1] == "outlets.yaml"
    assert len(labels) > 5
    assert labels[:-1] == sorted(labels[:-1])
    assert all(label.startswith("actors/") and label.endswith(".yaml") for label in labels[:-1])


def test_a_shipped_file_that_is_not_there_is_a_mistake():
    with pytest.raises(ListError, match=r"cannot read the list dragons\.yaml: "):
        shipped("dragons.yaml")


def test_a_ledger_s_own_file_is_read_where_it_has_one(tmp_path):
    (tmp_path / "actors.yaml").write_bytes(b"- name: X\n")
    assert own(tmp_path, "actors.yaml") == (ListFile("ledger: actors.yaml", b"- name: X\n"),)
    assert own(tmp_path, "outlets.yaml") == own(None, "actors.yaml") == ()


def test_a_folder_of_that_name_is_no_file(tmp_path):
    (tmp_path / "actors.yaml").mkdir()
    assert own(tmp_path, "actors.yaml") == ()


def test_a_digest_changes_with_every_byte_label_and_the_order_of_files():
    files = (ListFile("a", b"- name: X\n"), ListFile("b", b""))
    others = (
        files[::-1],
        files[:1],
        (ListFile("a", b"- name: Y\n"), files[1]),
        (ListFile("c", b"- name: X\n"), files[1]),
        (ListFile("a", b"- name: X\nb"), ListFile("", b"")),
        (),
    )
    assert digest(files) == digest(list(files))
    assert len({digest(files), *map(digest, others)}) == 1 + len(others)
    assert len(digest(files)) == 8
