import pytest
from reader_pages import AMBUSH, CURFEW, DRONE, kinds, page

TOLD = [("Convoy ambushed", AMBUSH), ("Curfew in Varna", CURFEW), ("Drone in the harbour", DRONE)]
ENTRIES = {
    "on lines": (
        "Tolma Post\nhttps://tolma.example/\nDaily news\nen-us\nMon, 08 Jul 2019 12:00:00 +0000\n",
        "{t}\n{u}\n{b}\n{d}\n{u}\n",
    ),
    "on one line": ("Tolma Post https://tolma.example/rss en ", "{t} {u} {b} {d} {u} "),
    "author and number": ("Tolma Post https://tolma.example/rss en ", "{t} {u} {b} {d} Lena Ortiz 12 at https://tolma.example "),
}


@pytest.mark.parametrize(("head", "entry"), ENTRIES.values(), ids=ENTRIES)
def test_entries_that_end_with_their_dates(head, entry):
    days = [f"Sun, 0{7 - n} Jul 2019 10:00:00 +0000" for n in range(3)]
    made = page(
        head + "".join(entry.format(t=t, b=b, d=days[n], u=f"https://tolma.example/a/{n}") for n, (t, b) in enumerate(TOLD))
    )
    assert [(a.title, a.published, a.url, a.outlet) for a in made.articles] == [
        (title, f"2019-07-0{7 - n}", f"https://tolma.example/a/{n}", "Tolma Post") for n, (title, _) in enumerate(TOLD)
    ]
    assert {a.authors for a in made.articles} == ({("Lena Ortiz",)} if "Lena" in entry else {()})
    assert [kind for kind, _ in kinds(made)] == ["title", "body", "byline"]


def test_dates_in_text_without_links_make_no_feed():
    assert len(page(f"{AMBUSH} Sun, 07 Jul 2019 10:00:00 +0000 {CURFEW} Mon, 08 Jul 2019 10:00:00 +0000 {DRONE}").articles) == 1
