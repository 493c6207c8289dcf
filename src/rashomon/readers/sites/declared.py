"""What a page declares of its article: JSON-LD, Open Graph and other ``meta`` elements, microdata; nothing is searched for."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import html

from rashomon.readers.markup import absolute
from rashomon.readers.printed_dates import printed_date
from rashomon.readers.sites.jsonld import Node, article_nodes, names_of, text_of
from rashomon.text.wordlist import words

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?")
_PUBLISHED = words(
    """article:published_time article.published og:published_time og:article:published_time datePublished parsely-pub-date
    sailthru.date publish-date publishdate publish_date pub_date pubdate article_date_original article:publicationdate
    cXenseParse:recs:publishtime citation_publication_date dc.date.issued dcterms.issued dcterms.created dc.date.created
    dc.date dc:date dcterms.date date originalpublicationdate displaydate ptime created"""
)
_MODIFIED = words(
    """article:modified_time og:updated_time og:article:modified_time dateModified article.updated lastmod last-modified
    dcterms.modified dc.date.modified revised updated_time utime"""
)
_OUTLET = ("og:site_name", "application-name", "parsely-site", "dc.publisher", "dcterms.publisher", "twitter:app:name:iphone")
_AUTHOR = (
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "byl",
)
_TITLE = ("og:title", "twitter:title", "parsely-title", "dc.title", "dcterms.title", "headline", "title")
_ORIGIN = ("syndication-source", "original-source", "source", "article:source", "dc.source", "dcterms.source", "copyright-holder")


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page declares of its one article; ``None`` and the empty tuple where it does not.

    Args:
        canonical: the address it names as its own, absolute.

        origins: who it names as the source of the text.

        says_article: whether it calls itself an article.

        nodes: how many articles its JSON-LD describes.
    """

    title: str | None
    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    outlet: str | None
    canonical: str | None
    language: str | None
    origins: tuple[str, ...]
    says_article: bool
    nodes: int


class Metas:
    """The ``meta`` elements and microdata of a page, by name in lower case; of several the first."""

    def __init__(self, root: html.HtmlElement) -> None:
        self._said: dict[str, list[str]] = {}
        for meta in root.iter("meta"):
            content = " ".join(str(meta.get("content") or "").split())
            for key in ("property", "name", "itemprop", "http-equiv"):
                name = str(meta.get(key) or "").lower()
                if name and content:
                    self._said.setdefault(name, []).append(content)

    def first(self, *names: str) -> str | None:
        """Return what the first of these names says."""
        return next((self._said[name.lower()][0] for name in names if name.lower() in self._said), None)

    def every(self, *names: str) -> tuple[str, ...]:
        """Return all that the first of these names says."""
        return next((tuple(self._said[name.lower()]) for name in names if name.lower() in self._said), ())

    def day(self, names: tuple[str, ...]) -> str | None:
        """Return the first day that one of these names gives, as it is written."""
        said = (self.first(name) for name in names)
        return next((text for text in said if text is not None and printed_date(text) is not None), None)


def declared(root: html.HtmlElement, address: str | None) -> Declared:
    """Return what the page declares.

    Args:
        root: the parsed page.
        address: where it was fetched from.
    """
    metas = Metas(root)
    nodes = article_nodes(root)
    canonical = _canonical(root, metas, address)
    node = _own(nodes, canonical or address)
    published = _stated(node.get("datePublished")) or metas.day(_PUBLISHED) or _marked(root, "datePublished")
    modified = _stated(node.get("dateModified")) or metas.day(_MODIFIED) or _marked(root, "dateModified")
    return Declared(
        title=text_of(node.get("headline")) or metas.first(*_TITLE),
        authors=names_of(node.get("author")) or metas.every(*_AUTHOR),
        published=printed_date(published or ""),
        modified=None if modified == published else moment(modified),
        outlet=metas.first(_OUTLET[0]) or text_of(node.get("publisher")) or metas.first(*_OUTLET[1:]),
        canonical=canonical,
        language=_language(root, metas),
        origins=_origins(node, metas),
        says_article=(metas.first("og:type") or "").lower() == "article" or len(nodes) == 1,
        nodes=len(nodes),
    )


def moment(text: str | None) -> str | None:
    """Return a date and time as it is stated in ISO form, else the day."""
    found = _MOMENT.search(text or "")
    return found[0] if found is not None else printed_date(text or "")


def _stated(value: object) -> str | None:
    """Return a date of JSON-LD as it is written, ``None`` where none can be read."""
    text = text_of(value)
    return text if text is not None and printed_date(text) is not None else None


def _marked(root: html.HtmlElement, name: str) -> str | None:
    """Return what microdata says where it is the same for the whole page."""
    marked = root.xpath("//*[not(self::meta)][@itemprop=$name]", name=name)
    said = {str(one.get("datetime") or one.get("content") or one.text_content()).strip()[:80] for one in marked[:50]}
    return _stated(said.pop()) if len(said) == 1 else None


def _own(nodes: list[Node], address: str | None) -> Node:
    """Return the node of the page's own article: the one with its address, else the first."""
    for node in nodes:
        named = (text_of(node.get(key)) or "" for key in ("url", "mainEntityOfPage", "@id"))
        if address is not None and any(name.split("#")[0].rstrip("/") == address.rstrip("/") for name in named if name):
            return node
    return nodes[0] if nodes else {}


def _canonical(root: html.HtmlElement, metas: Metas, address: str | None) -> str | None:
    """Return the page's own address; one that names the front page of a site for an inner page is none."""
    linked = [str(link.get("href")) for link in root.iter("link") if "canonical" in str(link.get("rel") or "").lower().split()]
    for said in (*linked[:3], metas.first("og:url"), metas.first("parsely-link")):
        found = absolute(said, address)
        if found is not None and (urlsplit(found).path.strip("/") or urlsplit(found).query or not address):
            return found
    return None


def _language(root: html.HtmlElement, metas: Metas) -> str | None:
    """Return the ISO 639 code that the page gives itself."""
    said = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or metas.first("og:locale", "content-language")
    )
    found = re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", said or "")
    return found[0].lower() if found is not None else None


def _origins(node: Node, metas: Metas) -> tuple[str, ...]:
    """Return who the page declares as the origin of the text."""
    said = (names_of(node.get(key)) for key in ("sourceOrganization", "isBasedOn", "creditText"))
    return tuple(dict.fromkeys([name for names in said for name in names] + [*metas.every(*_ORIGIN)]))
