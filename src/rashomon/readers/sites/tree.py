"""A parsed web page: its elements without what no reader looks at, and its paragraphs, told once for all who ask."""

import re
from functools import cached_property

from lxml import etree, html

from rashomon.readers.markup import element_paragraphs, unmarred

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
#: Elements whose words nobody reads; JSON-LD stays.
_UNREAD = ("style", "svg")
_KEPT_SCRIPT = "ld+json"


class PageTree:
    """The elements of one page. Whoever is given it must not change it.

    Args:
        root: its root element.
    """

    def __init__(self, root: html.HtmlElement) -> None:
        self.root = root

    @cached_property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the whole page, in reading order."""
        return element_paragraphs(self.root)


def parsed(markup: str) -> PageTree | None:
    """Return the elements of a page without styles, drawings, comments and scripts, ``None`` where there are none."""
    parser = etree.HTMLParser()
    # lxml's own way asks a function in Python for the class of every element; forms and fields are elements like others here.
    classes = {"comment": html.HtmlComment, "pi": html.HtmlProcessingInstruction, "entity": html.HtmlEntity}
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement, **classes))
    try:
        root = html.document_fromstring(unmarred(_DECLARATION.sub("", markup)), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    etree.strip_elements(root, *_UNREAD, with_tail=False)
    etree.strip_tags(root, etree.Comment)
    for script in list(root.iter("script")):
        if _KEPT_SCRIPT not in str(script.get("type") or "") and script.getparent() is not None:
            script.drop_tree()
    return PageTree(root)
