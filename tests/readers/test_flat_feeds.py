import pytest
from reader_pages import AMBUSH, CURFEW, NOON, kinds, page

CHANNEL = "{title} https://riverwatch.example/ Mon, 08 Jul 2019 10:00:00 +0000 en-US hourly 1 https://wordpress.org/?v=6.4"
ONE = (
    "Convoy ambushed https://riverwatch.example/convoy/ {author}Sun, 07 Jul 2019 10:00:00 +0000 https://riverwatch.example/?p=12"
)
TWO = "Curfew – is it lifted? https://riverwatch.example/curfew/ Sat, 06 Jul 2019 23:00:00 GMT https://riverwatch.example/?p=11"


def feed(title: str = "River Watch", author: str = "", icon: str = "") -> str:
    head = f"{CHANNEL.format(title=title)} {icon}{ONE.format(author=author)}"
    return (
        f"{head} {AMBUSH} […]]]>\n\n{AMBUSH}\n\n{NOON}[1]\n\n[1] Radio Varna.\n\n]]>\n"
        f"{TWO} {CURFEW} […]]]>\n\n\n{CURFEW}\n\n\n]]>"
    )


def test_entries_have_title_link_day_lead_and_body():
    made = page(feed())
    assert [(a.title, a.url, a.published, a.outlet) for a in made.articles] == [
        ("Convoy ambushed", "https://riverwatch.example/convoy/", "2019-07-07", "River Watch"),
        ("Curfew – is it lifted?", "https://riverwatch.example/curfew/", "2019-07-06", "River Watch"),
    ]
    assert [kind for kind, _ in kinds(made)] == ["title", "byline", "lead", "body", "body", "footnote"]
    assert kinds(made)[2][1] == f"{AMBUSH} […]"
    assert all("]]>" not in a.text[-5:] for a in made.articles)


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Varna news – River Watch", "River Watch"),
        ("River Watch » Varna", "River Watch"),
        ("Varna | River Watch", "River Watch"),
        ("The River", "The River"),
    ],
)
def test_the_outlet_of_a_categorys_feed_is_the_site(title, outlet):
    assert {a.outlet for a in page(feed(title)).articles} == {outlet}


def test_the_name_a_person_gave_comes_first():
    assert {a.outlet for a in page(feed(), outlet="Tolma Post").articles} == {"Tolma Post"}


def test_the_channels_icon_is_no_title():
    icon = "https://riverwatch.example/icon.png River Watch https://riverwatch.example/ 32 32 "
    assert page(feed(icon=icon)).articles[0].title == "Convoy ambushed"


def test_an_author_between_link_and_date():
    articles = page(feed(author="Lena Ortiz ")).articles
    assert [a.authors for a in articles] == [("Lena Ortiz",), ()]


def test_elements_on_lines_of_their_own():
    first = ONE.format(author="").replace(" http", "\nhttp").replace(" Sun,", "\nSun,")
    made = page(
        f"River Watch\nhttps://r.example/\nMon, 8 Jul 2019 10:00:00 +0000\nen\nhourly\n1\n{first}\n{AMBUSH} […]\n{AMBUSH}\n{NOON}"
    )
    assert (made.articles[0].title, made.articles[0].published) == ("Convoy ambushed", "2019-07-07")
    assert [kind for kind, _ in kinds(made)] == ["title", "byline", "lead", "body", "body"]


def test_a_description_without_body_is_the_body():
    made = page(f"{CHANNEL.format(title='River Watch')} {ONE.format(author='')} {AMBUSH} {TWO} {CURFEW}")
    assert [a.title for a in made.articles] == ["Convoy ambushed", "Curfew – is it lifted?"]
    assert [kind for kind, _ in kinds(made)] == ["title", "byline", "body"]


def test_boilerplate_of_an_entry_is_noise_and_the_comment_feed_goes():
    text = feed().replace(
        "[1] Radio Varna.\n\n]]>",
        "The post Convoy appeared first on River Watch.\n\n]]> https://riverwatch.example/convoy/feed/ 0",
    )
    assert kinds(page(text))[-1] == ("noise", "The post Convoy appeared first on River Watch.")


def test_a_feed_that_breaks_off_keeps_what_is_there():
    text = feed()
    assert page(text[: text.index("Shops will")]).articles[1].title == "Curfew – is it lifted?"


def test_the_comment_feed_of_the_entry_before_is_no_title_and_the_credit_no_body():
    one, two = (
        f"{head} {body[:60]} […] The post X appeared first on River Watch.]]> {body} ]]>"
        for head, body in ((ONE, AMBUSH), (TWO, CURFEW))
    )
    made = page(f"{CHANNEL.format(title='River Watch')} {one.format(author='')} https://riverwatch.example/convoy/feed/ 0 {two}")
    assert [a.title for a in made.articles] == ["Convoy ambushed", "Curfew – is it lifted?"]
    assert kinds(made)[-1] == ("body", AMBUSH)
    assert [kind for kind, _ in kinds(made, 1)] == ["title", "byline", "lead", "noise", "body"]


def test_a_channel_is_known_by_the_address_of_the_site():
    entry = "{t} https://front.example/{n}/ 60a4f3bce19 War Lena Ortiz Sun, 0{n} Jul 2019 08:00:00 GMT https://f.example/i {b}"
    entries = "\n\n".join(
        entry.format(t=t, n=n, b=b) for n, (t, b) in enumerate([("Convoy", AMBUSH), ("Curfew", CURFEW)], start=1)
    )
    made = page(
        f"Front Notes https://front.example/ A newsletter https://f.example/ Ghost 5.2 Mon, 08 Jul 2019 09:30:00 GMT 60 {entries}"
    )
    assert [(a.title, a.outlet, a.authors) for a in made.articles] == [
        ("Convoy", "Front Notes", ()),
        ("Curfew", "Front Notes", ()),
    ]
