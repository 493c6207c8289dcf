import pytest

from rashomon.pipeline.adding import Adding
from rashomon.pipeline.updating import Updating
from shipped import shipped_lists


@pytest.fixture(scope="session")
def lists():
    return shipped_lists()


@pytest.fixture
def updating(ledger, extractor, lists):
    return Updating(ledger, extractor, *lists, clock=lambda: "2031-05-04T12:00:00+00:00")


@pytest.fixture
def added(ledger, page):
    return list(Adding(ledger).add([str(page)]))


@pytest.mark.usefixtures("added")
def test_every_article_is_read_once(updating, extractor):
    first, second = updating.update(), updating.update()

    assert (first.read, first.linked) == (2, True)
    assert (second.read, second.linked) == (0, False)
    assert len(extractor.read_ids) == 2


@pytest.mark.usefixtures("added")
def test_another_version_of_the_extractor_reads_again(updating, extractor):
    updating.update()
    extractor.version = "first-word-2"

    assert updating.update().read == 2


@pytest.mark.usefixtures("added")
def test_one_bad_article_is_listed_and_the_rest_is_read(updating, extractor, ledger):
    extractor.breaks_on = "Oskil"

    done = updating.update()

    assert (done.read, done.failed) == (1, 1)
    (fault,) = ledger.status().faults
    assert (fault.stage, fault.reason) == ("extraction", "RuntimeError: broken on 'Oskil'")


@pytest.mark.usefixtures("added")
def test_a_mended_article_loses_its_fault(updating, extractor, ledger):
    extractor.breaks_on = "Oskil"
    updating.update()
    extractor.breaks_on = "\x00"

    assert updating.update().read == 1
    assert ledger.status().faults == ()


def test_a_capture_kept_before_a_kill_is_split_by_the_next_run(updating, ledger, page):
    adding = Adding(ledger)
    capture, content = adding._take(str(page))
    ledger.keep(capture, content)

    done = updating.update()

    assert (done.split, done.read) == (1, 2)


@pytest.mark.usefixtures("added")
def test_progress_is_told_each_step(updating):
    told = []

    def progress(steps, *, label, total):
        for step in steps:
            told.append((label, total))
            yield step

    updating.update(progress)

    assert told == [("reading", 2), ("reading", 2), ("linking", 1)]
