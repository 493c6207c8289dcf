from dataclasses import replace

import pytest

from rashomon.linking.contract import Source
from rashomon.linking.places.mapping import address_of, located
from rashomon.lists.gazetteer import ListedGazetteer
from rashomon.model.reading import Mention, Reading
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import MentionKind
from shipped import shipped_lists


@pytest.fixture(scope="module")
def gazetteer() -> ListedGazetteer:
    return shipped_lists()[1]


def source(text: str, n: int = 0, url: str | None = None, person: str | None = None) -> Source:
    article = Article("capture", n, 0, len(text), text, url=url, title=f"{n}")
    mentions = ()
    if person is not None:
        start = text.index(person)
        mentions = (Mention(EvidenceSpan(article.id, start, start + len(person)), MentionKind.PERSON, person, "p", person),)
    return Source(article, Reading(article.id, "by hand", mentions))


def where(given: list[Source], gazetteer: ListedGazetteer) -> list[list[tuple[str, str | None]]]:
    found = located(given, gazetteer)
    return [[(one.place.name, one.place.admin1) for one in found[each.article.id]] for each in given]


def test_hierarchy_neighbours_and_nothing_decide(gazetteer: ListedGazetteer) -> None:
    texts = ["A fire in Paris, Texas.", "A fire in Paris.", "Fires in Springfield and Dayton, Ohio."]
    paris, alone, springfield = where([source(text, n) for n, text in enumerate(texts)], gazetteer)
    assert paris[0] == ("Paris", "Texas")
    assert alone[0][0] == "Paris"
    assert alone[0][1] != "Texas"
    assert springfield[0] == ("Springfield", "Ohio")


def test_a_local_papers_other_articles_tell_which_town_it_means(gazetteer: ListedGazetteer) -> None:
    url = "http://www.oxfordpress.example/"
    around = [source("A man of Hamilton, Ohio, and one of Middletown, Ohio, were held.", 1, url + "1")]
    asked = source("A shop in Oxford closed.", 2, url + "2")
    assert where([*around, asked], gazetteer)[-1] == [("Oxford", "Ohio")]
    assert where([source("A shop in Oxford closed.")], gazetteer) == [[("Oxford", "England")]]


def test_persons_are_no_places(gazetteer: ListedGazetteer) -> None:
    assert where([source("We met Paris Hilton.", person="Paris Hilton")], gazetteer) == [[]]


def test_the_address_is_the_host_or_the_outlet() -> None:
    article = source("Text.", url="http://www.paper.example/a").article
    assert address_of(article) == "paper.example"
    assert address_of(replace(article, url=None, outlet="The Paper")) == "The Paper"
    assert address_of(replace(article, url=None)) == ""
