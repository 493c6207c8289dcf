"""Articles with everything found in them, as one file that needs no desk, no script and no network."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from markupsafe import Markup

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.lists.countries import load_countries
from rashomon.store.single import SingleView
from rashomon.web.labels import in_words, with_kinds
from rashomon.web.marking import ORDER, Segment, all_marks, legend, segments
from rashomon.web.pages import make_templates
from rashomon.web.tables import Table

#: Tables of more columns are shown as cards.
WIDEST = 7


@dataclass(frozen=True, slots=True)
class Shown:
    """An article, the tables of what was found in it and of how (empty where nobody asked), its text, and its kinds of marks."""

    view: SingleView
    tables: tuple[Table, ...]
    grounds: tuple[Table, ...]
    segments: tuple[Segment, ...]
    legend: tuple[tuple[str, int], ...]


def shown(view: SingleView, tables: tuple[Table, ...], grounds: tuple[Table, ...], say: Catalogue) -> Shown:
    """Return an article ready to be shown: every mark of a mention says what kind of thing it names."""
    marks = tuple(with_kinds(in_words(all_marks(view.page), say), say))
    return Shown(view, tables, grounds, segments(view.page.article.text, marks), legend(marks))


def page(several: Sequence[Shown], name: str, reader: str, say: Catalogue) -> str:
    """Return the HTML of a file's articles; whatever it needs stands in it.

    Args:
        several: the articles.

        name: of the file they stand in.

        reader: name and version of what read them.

        say: the words.
    """
    countries = {code: country.name for code, country in load_countries().by_iso2.items()}
    style = (files("rashomon.web") / "static" / "desk.css").read_text("utf-8")
    kinds = Counter(dict.fromkeys(ORDER, 0))
    for one in several:
        kinds.update(dict(one.legend))
    return (
        make_templates(say, countries)
        .get_template("read.html")
        .render(
            several=several,
            name=name,
            reader=reader,
            legend=[(group, n) for group, n in kinds.items() if n],
            style=Markup(style),  # noqa: S704 - the desk's own file
            wide=WIDEST,
        )
    )
