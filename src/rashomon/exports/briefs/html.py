"""A brief as one HTML file: no outside address, no script, good to print."""

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.exports.briefs.cited import cited_lines
from rashomon.exports.briefs.contract import Brief, Citation
from rashomon.exports.drawings.svg import svg
from rashomon.exports.wording.catalogue import Catalogue


@cache
def _templates() -> Environment:
    loader = PackageLoader("rashomon.exports.briefs", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def body(brief: Brief, say: Catalogue, link: Callable[[Citation], str | None]) -> Markup:
    """Return the sections and citations of a brief.

    Args:
        brief: what is shown.

        say: the words.

        link: where a citation's words can be opened, ``None`` for one that leads nowhere.
    """
    made = (
        _templates()
        .get_template("brief_body.html")
        .render(
            brief=brief,
            say=say,
            link=link,
            cited=lambda citation: cited_lines(citation, say),
            drawn=lambda picture: Markup(svg(picture)),  # noqa: S704 - every text in it is escaped
        )
    )
    return Markup(made)  # noqa: S704 - the template escapes


def html(brief: Brief, say: Catalogue) -> str:
    """Return the brief as a page of its own; a citation leads to its article's address, where that is a web address."""
    return _templates().get_template("brief.html").render(brief=brief, say=say, body=body(brief, say, _outside))


def _outside(citation: Citation) -> str | None:
    address = citation.ground.address
    return address if address is not None and address.lower().startswith(("http://", "https://")) else None
