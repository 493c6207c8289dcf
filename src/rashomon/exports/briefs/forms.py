"""The forms a brief may be written in."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from rashomon.exports.briefs.contract import Brief
from rashomon.exports.briefs.html import html
from rashomon.exports.briefs.markdown import markdown
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.model.errors import RashomonError

#: What turns a brief into the bytes of a file.
Writer = Callable[[Brief, Catalogue], bytes]


class MissingExtraError(RashomonError):
    """A form needs a library that is not installed."""

    def __init__(self, form: str, library: str) -> None:
        super().__init__(f"a brief as {form} needs {library} (try: pip install 'rashomon[briefs]')")


def _markdown(brief: Brief, say: Catalogue) -> bytes:
    return markdown(brief, say).encode()


def _html(brief: Brief, say: Catalogue) -> bytes:
    return html(brief, say).encode()


def _loaded(form: str) -> Writer:
    """Return what writes a form whose library is an extra. The library is loaded only when the form is written."""

    def write(brief: Brief, say: Catalogue) -> bytes:
        try:
            module = import_module(f"rashomon.exports.briefs.{form}_file")
        except ModuleNotFoundError as error:
            raise MissingExtraError(form, error.name or form) from error
        writer = cast("Writer", module.write)
        return writer(brief, say)

    return write


#: What writes each form, by the ending of its files.
FORMS: Mapping[str, Writer] = MappingProxyType({"md": _markdown, "html": _html, "docx": _loaded("docx"), "pdf": _loaded("pdf")})
#: The media type of each form.
MEDIA: Mapping[str, str] = MappingProxyType(
    {
        "md": "text/markdown; charset=utf-8",
        "html": "text/html; charset=utf-8",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "pdf": "application/pdf",
    }
)
