"""Which column of a table holds what, by the names that people give them.

A name is compared in lower case with everything but letters and digits as one underscore: "Publish Date" is ``publish_date``.
Where several columns fit, the name that stands first in the list wins.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from rashomon.text.wordlist import words

#: Names of columns for each field of an article.
HEADERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": words(
            "title headline heading article_title news_title subject titre título titulo titel заголовок العنوان عنوان"
        ),
        "text": words(
            """text full_text fulltext body article_text article_body main_text maintext content content_text
            content_html body_text plain_text raw_text clean_text article story message post_text post tweet notes transcript
            texte texto contenido contenu текст النص متن description summary snippet excerpt abstract"""
        ),
        "lead": words("lead lede standfirst subtitle sub_title description summary abstract excerpt chapeau entradilla"),
        "published": words(
            """published date_published date_publish published_at published_date publish_date publication_date pub_date
            pubdate published_time publish_time date datetime date_time posted posted_at post_date created_at
            created timestamp time day event_date fecha datum дата التاريخ تاريخ"""
        ),
        "modified": words(
            "modified date_modified date_modify modified_at updated updated_at last_modified last_updated edited edit_date"
        ),
        "outlet": words(
            """outlet publisher publication source_name source site_name site website newspaper media medium media_name channel
            domain source_domain feed fuente medio quelle источник المصدر"""
        ),
        "authors": words("authors author byline by writer reporter creator journalist auteur autor автор الكاتب"),
        "url": words("url link address permalink href article_url source_url web_url canonical_url uri news_url"),
        "language": words("language lang"),
        "identity": words("id guid article_id story_id uuid doc_id document_id post_id news_id"),
        "credits": words("agency news_agency credit credits via original_source syndicated_from wire origin"),
    }
)
_APART = re.compile(r"[\W_]+")
#: "publishedAt" is "published_at".
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def folded(name: str) -> str:
    """Return a column's name as it is compared."""
    return _APART.sub("_", _HUMP.sub("_", name.strip()).lower()).strip("_")


def columns_of(names: Iterable[str]) -> dict[str, str]:
    """Return for each field that a column is named for that column's own name; a column serves one field alone."""
    own: dict[str, str] = {}
    for name in names:
        own.setdefault(folded(name), name)
    found: dict[str, str] = {}
    taken: set[str] = set()
    for field, known in HEADERS.items():
        fitting = [name for name in known if name in own and name not in taken]
        if fitting:
            found[field] = own[fitting[0]]
            taken.add(fitting[0])
    return found


def holds_articles(columns: Mapping[str, str]) -> bool:
    """Return whether the columns are those of articles: a text, and something that says which."""
    return "text" in columns and any(field in columns for field in ("title", "published", "url", "outlet", "authors"))
