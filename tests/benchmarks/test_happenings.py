"""The clusters of short reports, and how pairs are counted."""

import tomllib

from benchmarks.happenings import REPORTS, compared, pairs, wanted


def test_reports_belong_together_where_they_share_a_label():
    labels = {"a": frozenset({"x/1"}), "b": frozenset({"x/1", "x/2"}), "c": frozenset({"x/2"}), "d": frozenset({"y/1"})}
    assert wanted(labels) == {("a", "b"), ("b", "c")}


def test_pairs_are_of_different_articles():
    assert pairs([["b", "a", "a"], ["c"]]) == {("a", "b")}


def test_precision_and_recall_are_of_pairs():
    figures = compared(frozenset({("a", "b"), ("b", "c")}), frozenset({("a", "b"), ("a", "c"), ("a", "d")}))
    assert (figures["precision"], figures["recall"], figures["f1"]) == (1 / 3, 1 / 2, 2 / 5)


def test_nothing_found_is_no_fault_of_the_sum():
    assert compared(frozenset({("a", "b")}), frozenset())["f1"] == 0.0


def test_every_cluster_has_reports_of_its_own_with_labels():
    clusters = tomllib.loads(REPORTS.read_text(encoding="utf-8"))
    texts = [report[4] for held in clusters.values() for report in held["reports"]]
    assert len(clusters) >= 30
    assert len(set(texts)) == len(texts)
    assert all(len(report) == 5 and report[2] for held in clusters.values() for report in held["reports"])
