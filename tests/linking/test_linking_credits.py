"""Which agencies and outlets an article credits for what it tells."""

import pytest

from rashomon.linking.sources.credits import credited
from rashomon.model.sources import Article, Outlet, Part
from rashomon.model.words import OutletKind, PartKind

LISTED = (
    Outlet("Dune Wire", OutletKind.AGENCY, aliases=("DW",)),
    Outlet("Salt Press Agency", OutletKind.AGENCY, aliases=("SPA",)),
    Outlet("Coast Times", OutletKind.SITE),
    Outlet("Dune Daily", OutletKind.SITE, family="Dune Wire"),
)


@pytest.fixture
def credit(registry):
    known = type(registry)((), LISTED)

    def run(text, outlet="Hill Herald", parts=(), **more):
        return credited(Article("c" * 64, 0, 0, len(text), text, outlet=outlet, parts=parts, **more), known)

    return run


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SIDI, Aland, May 3 (Dune Wire) - Raiders took a mine.", "Dune Wire"),
        ("SIDI (DW) — Raiders took a mine.", "Dune Wire"),
        ("SIDI (SPA/DW) – Raiders took a mine.", "Salt Press Agency"),
        ("SIDI, May 3. /DW/. Raiders took a mine.", "Dune Wire"),
        ("DW - Raiders took a mine.", "Dune Wire"),
        ("Raiders took a mine.\n(Dune Wire)", "Dune Wire"),
        ("Raiders took a mine. DW", "Dune Wire"),
        ("Raiders took a mine.\nSource: Coast Times", "Coast Times"),
        ("Raiders took a mine.\nWith inputs from SPA and agencies", "Salt Press Agency"),
        ("Raiders took a mine.\nThe Dune Wire contributed to this report.", "Dune Wire"),
        ("Raiders took a mine.\nDW writer Sara Noor in Sidi contributed to this report.", "Dune Wire"),
        ("Raiders took a mine.\n© 2031 SPA", "Salt Press Agency"),
    ],
)
def test_an_agency_in_dateline_or_closing_lines_is_credited(credit, text, name):
    assert credit(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Raiders took a mine, Dune Wire reported.",
        "The Red Front (DW) took a mine.",
        "SIDI (Front) - Raiders took a mine.",
        "Elders wrote to Dune Wire.",
        "Raiders took a mine.\nCoast Times",
        "Raiders, said the governor of Sidi in a long letter to Dune Wire that all of us have read. " * 3,
    ],
)
def test_what_is_no_credit(credit, text):
    assert credit(text) is None


def test_a_byline_may_name_an_agency(credit):
    assert credit("Raiders took a mine.", authors=("Sara Noor, DW",)) == "Dune Wire"
    assert credit("Raiders took a mine.", authors=("Dune Wire staff",)) == "Dune Wire"
    assert credit("Raiders took a mine.", authors=("Sara Noor",)) is None


def test_what_the_page_states_counts_first_and_need_not_be_listed(credit):
    assert credit("SIDI (DW) - Raiders took a mine.", credits=("Hilltop Agency",)) == "Hilltop Agency"
    assert credit("SIDI (DW) - Raiders took a mine.", credits=("SPA",)) == "Salt Press Agency"


@pytest.mark.parametrize("outlet", ["Dune Wire", "DW", "Dune Daily"])
def test_an_outlet_does_not_credit_itself_or_its_family(credit, outlet):
    assert credit("SIDI (DW) - Raiders took a mine.", outlet=outlet) is None


def test_a_dateline_is_looked_for_where_the_body_begins(credit):
    title, body = "Mine taken", "SIDI (DW) - Raiders took a mine."
    parts = (Part(PartKind.TITLE, 0, len(title)), Part(PartKind.BODY, len(title) + 2, len(title) + 2 + len(body)))
    assert credit(f"{title}\n\n{body}", parts=parts) == "Dune Wire"
