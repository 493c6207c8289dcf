import subprocess
import sys

import pytest

from rashomon.extraction import product
from rashomon.extraction.rules import RuleExtractor
from rashomon.extraction.trained import reader
from rashomon.extraction.trained.shipping import is_complete

FILES = ("base.onnx", "tokenizer.json", "news.onnx", "news.npz", "news.toml")
HEAVY = ("numpy", "onnxruntime", "tokenizers", "fastapi", "trafilatura")


@pytest.fixture
def model(tmp_path):
    for name in FILES:
        (tmp_path / name).touch()
    return tmp_path


def test_a_folder_with_all_its_files_holds_a_model(model):
    assert is_complete(model)


@pytest.mark.parametrize("name", FILES)
def test_a_folder_that_lacks_a_file_holds_none(model, name):
    (model / name).unlink()

    assert not is_complete(model)


def test_without_a_model_the_rules_read(small_lexicon, monkeypatch):
    monkeypatch.setattr(product, "is_complete", lambda: False)

    assert isinstance(product.extractor(small_lexicon.registry, small_lexicon.gazetteer), RuleExtractor)


def test_with_a_model_the_trained_reader_reads_by_the_same_lists(small_lexicon, monkeypatch):
    monkeypatch.setattr(product, "is_complete", lambda: True)
    monkeypatch.setattr(reader, "TrainedExtractor", lambda lexicon: ("trained", lexicon.digest))

    assert product.extractor(small_lexicon.registry, small_lexicon.gazetteer) == ("trained", small_lexicon.digest)


@pytest.mark.parametrize("module", ["rashomon.extraction.product", "rashomon.cli.main"])
def test_nothing_heavy_is_loaded_before_it_is_needed(module):
    asked = f"import sys, {module}; print(*(name for name in {HEAVY!r} if name in sys.modules))"

    assert subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout.strip() == ""
