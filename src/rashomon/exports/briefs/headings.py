"""What an event is called in headings and lists: its kind, place and day, as far as its cited words say so."""

from rashomon.exports.briefs.naming import kind_of
from rashomon.exports.briefs.setting import when_of, where_of
from rashomon.exports.briefs.telling import Telling
from rashomon.exports.briefs.words import upper
from rashomon.exports.wording.catalogue import Catalogue


def heading(one: Telling, say: Catalogue) -> str:
    """Return "Bombing in Merrowick on 11 March 2031"; less where the words say less."""
    return upper(_called(one, say))


def mention(one: Telling, say: Catalogue) -> str:
    """Return "the bombing in Merrowick on 11 March 2031", for the middle of a sentence."""
    return f"the {_called(one, say)}" if one.lead is not None else _called(one, say)


def _called(one: Telling, say: Catalogue) -> str:
    view, rests = one.lead, one.rests
    if view is None or rests is None:
        return say.code("type", one.told.line.type)
    return f"{kind_of(view, rests, say)}{where_of(view, rests, say)}{when_of(view, rests, say)}"
