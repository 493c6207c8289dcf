"""What an event is called in headings and lists: its kind, place and day, as far as its cited words say so."""

from rashomon.exports.briefs.telling import Telling, place_and_day, what_of
from rashomon.exports.briefs.words import upper
from rashomon.exports.wording.catalogue import Catalogue


def heading(one: Telling, say: Catalogue) -> str:
    """Return "Bombing in Merrowick on 11 March 2031"; less where the words say less."""
    if one.lead is None:
        return upper(say.code("type", one.told.line.type))
    where, when = place_and_day(one, say)
    return upper(say("brief.event.heading", What=_kind(one, say), where=where, when=when))


def mention(one: Telling, say: Catalogue) -> str:
    """Return "the bombing in Merrowick on 11 March 2031", for the middle of a sentence."""
    if one.lead is None:
        return say.code("type", one.told.line.type)
    where, when = place_and_day(one, say)
    return f"the {_kind(one, say)}{where}{when}"


def _kind(one: Telling, say: Catalogue) -> str:
    """Return the kind of event without its article: "bombing"; "event" where the words name none."""
    return what_of(one, say).removeprefix("a ").removeprefix("an ")
