import subprocess
from pathlib import Path

import pytest

from benchmarks.shared import MissingDataError, flat, score, shared


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("RASHOMON_SHARED", str(tmp_path))
    return tmp_path


def script(folder: Path, text: str) -> Path:
    path = folder / "score.py"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_path_of_the_folder_that_was_named_is_found(folder):
    (folder / "sets" / "one").mkdir(parents=True)

    assert shared("sets", "one") == folder / "sets" / "one"
    assert shared() == folder


def test_without_a_name_the_folder_stands_beside_the_checkout(monkeypatch):
    monkeypatch.delenv("RASHOMON_SHARED", raising=False)

    with pytest.raises(MissingDataError, match="in the optional data folder 'shared'"):
        shared("no", "such", "set")


def test_what_is_not_there_is_named_with_the_next_step(folder):
    with pytest.raises(MissingDataError) as caught:
        shared("sets", "two")

    assert str(caught.value) == f"no sets/two in the optional data folder {folder.name!r}: set RASHOMON_SHARED"


def test_a_scorer_is_run_with_its_paths_and_its_figures_read(folder):
    scorer = script(folder, "import json, sys\nprint(json.dumps({'names': sys.argv[1:], 'f1': 0.5}))\n")

    assert score(scorer, folder / "a b", Path("c")) == {"names": [str(folder / "a b"), "c"], "f1": 0.5}


@pytest.mark.parametrize(("printed", "kind"), [("[1]", "list"), ("3", "int"), ("null", "NoneType")])
def test_a_scorer_that_prints_no_object_is_an_error(folder, printed, kind):
    with pytest.raises(TypeError, match=f"score.py printed {kind}, not an object"):
        score(script(folder, f"print('{printed}')\n"))


def test_a_scorer_that_breaks_is_an_error(folder):
    with pytest.raises(subprocess.CalledProcessError):
        score(script(folder, "raise SystemExit(3)\n"))


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        ({"f": {"f1": 0.4, "accuracy": 0.9}}, {"f": 0.4}),
        ({"a": {"accuracy": 1}}, {"a": 1.0}),
        ({"n": 7}, {"n": 7.0}),
        ({"word": "good", "list": [1], "other": {"p": 0.3}, "none": {"f1": None}}, {}),
        ({}, {}),
    ],
)
def test_a_figure_is_an_f1_an_accuracy_or_a_number(figures, found):
    assert flat(figures) == found
