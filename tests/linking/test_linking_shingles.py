"""Articles as runs of words: what of a page is compared, and what is an outlet's furniture."""

from random import Random

import pytest

from rashomon.linking.shingles import FURNITURE, RUN, fingerprints, read_text
from rashomon.model.sources import Article, Part
from rashomon.model.words import PartKind

FOOT = "Write to our desk with tips from your town."
NEWS = (
    "Rain closed the mountain road above Lower Karsh for a third day.",
    "The mayor of Port Sena opened a clinic with forty new beds.",
    "Two fishing boats were towed back to the harbour after a storm.",
    "Teachers in the hill districts have gone back to work at last.",
    "A caravan of traders reached the salt market late on Sunday.",
)


def article(text, outlet="Sena Courier", n=0, parts=()):
    return Article("capture", n, 0, len(text), text, title=str(n), outlet=outlet, parts=parts)


def words_of(articles):
    found = fingerprints(articles)
    return [" ".join(found[one.id].words) for one in articles]


def parted(**kinds):
    text, parts = "", []
    for kind, words in kinds.items():
        parts.append(Part(PartKind(kind.rstrip("2")), len(text), len(text) + len(words)))
        text += words + "\n"
    return article(text, parts=tuple(parts))


def test_only_title_lead_and_body_are_read():
    made = parted(
        title="Road closed", byline="By A. Writer", lead="Rain fell.", caption="A road", body="It rained on.", noise="Share"
    )
    assert read_text(made) == "Road closed\nRain fell.\nIt rained on."


def test_a_part_that_the_page_prints_twice_is_read_once():
    assert read_text(parted(lead="Rain fell.", body="Rain fell.", body2="It rained on.")) == "Rain fell.\nIt rained on."


@pytest.mark.parametrize("parts", [(), (Part(PartKind.NOISE, 0, 4),)])
def test_a_page_without_known_parts_is_read_whole(parts):
    assert read_text(article("Rain fell on Karsh.", parts=parts)) == "Rain fell on Karsh."


def test_a_fingerprint_has_lower_case_words_and_every_run_of_them():
    (found,) = fingerprints([article("Rain closed the Karsh road, again.")]).values()
    assert found.words == ("rain", "closed", "the", "karsh", "road", "again")
    assert found.runs == {found.words[at : at + RUN] for at in range(4)}


@pytest.mark.parametrize(("text", "runs"), [("", 0), ("Rain fell", 0), ("Rain fell here", 1), ("ha ha ha ha ha", 1)])
def test_short_or_repeated_words_make_few_runs(text, runs):
    (found,) = fingerprints([article(text)]).values()
    assert len(found.runs) == runs


@pytest.mark.parametrize(
    ("text", "names", "numbers"),
    [
        ("On the road to Karsh, Major O'Dell saw 1,200 men.", {"karsh", "major", "o'dell"}, {"1,200"}),
        ("It cost 3.5 million and 7 lives in Al-Hasna.", {"al-hasna"}, {"3.5", "7"}),
        ("On 4 May, and on 4 June, Karsh and Karsh again.", {"may", "june", "karsh"}, {"4"}),
        ("nothing of that sort", set(), set()),
    ],
)
def test_names_and_numbers_are_kept_once_each(text, names, numbers):
    (found,) = fingerprints([article(text)]).values()
    assert (found.names, found.numbers) == (names, numbers)


@pytest.mark.xfail(strict=True, reason="lower-case letters beyond a to z pass for capitals, so every Cyrillic word is a name")
@pytest.mark.parametrize(
    ("text", "names"),
    [("Вчера солдаты заняли город Залесье.", {"залесье"}), ("Hier des élus ont été vus à Karsh.", {"karsh"})],
)
def test_lower_case_words_of_other_alphabets_are_no_names(text, names):
    (found,) = fingerprints([article(text)]).values()
    assert found.names == names


def test_a_sentence_of_many_articles_of_one_outlet_is_its_furniture():
    pages = [article(f"{news} {FOOT}", n=n) for n, news in enumerate(NEWS[:FURNITURE])]
    assert not any("tips" in words for words in words_of(pages))


@pytest.mark.parametrize(
    "pages",
    [
        [article(f"{news} {FOOT}", n=n) for n, news in enumerate(NEWS[: FURNITURE - 1])],
        [article(f"{news} {FOOT}", outlet=f"Outlet {n}", n=n) for n, news in enumerate(NEWS)],
        [article(f"{news} {FOOT}", outlet=None, n=n) for n, news in enumerate(NEWS)],
        [*(article(f"{NEWS[0]} {FOOT}", n=n) for n in range(6)), article(f"{NEWS[1]} {FOOT}", n=9)],
        [article(f"{news} Send us tips today.", n=n) for n, news in enumerate(NEWS)],
    ],
    ids=["too few", "other outlets", "no outlet", "one text again and again", "a short sentence"],
)
def test_what_is_no_furniture_stays(pages):
    assert all("tips" in words for words in words_of(pages))


def test_an_article_that_is_nearly_all_furniture_keeps_it():
    pages = [article(f"{news} {FOOT}", n=n) for n, news in enumerate(NEWS)]
    bare = article(f"Rain again. {FOOT}", n=9)
    assert words_of([*pages, bare])[-1] == "rain again write to our desk with tips from your town"


def test_furniture_of_one_outlet_is_news_of_another():
    pages = [article(f"{news} {FOOT}", n=n) for n, news in enumerate(NEWS)]
    other = article(f"Their pages end so: {FOOT}", outlet="Hill Gazette", n=9)
    assert words_of([*pages, other])[-1].endswith("tips from your town")


def test_the_order_of_articles_does_not_matter():
    pages = [article(f"{news} {FOOT}", n=n, outlet=("Sena Courier", "Hill Gazette")[n % 2]) for n, news in enumerate(NEWS * 2)]
    shuffled = list(pages)
    Random(7).shuffle(shuffled)
    assert fingerprints(pages) == fingerprints(shuffled)
