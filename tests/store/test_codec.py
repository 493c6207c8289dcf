"""Model values as JSON and back."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_ledger import Made

from rashomon.model.actors import Actor, Alias
from rashomon.model.dates import DateInterval
from rashomon.model.decisions import Decision
from rashomon.model.errors import LedgerError
from rashomon.model.ledger import Contradiction, Derived, Event, Reason, Root, Series
from rashomon.model.places import Place
from rashomon.model.ranges import Range
from rashomon.model.reading import Filler, Reading
from rashomon.model.sources import Article, EvidenceSpan, Grade, Part
from rashomon.model.words import ActorKind, PartKind, Verdict
from rashomon.store.codec import decode, decode_tuple, encode, plain

STORED = (Actor, Article, Contradiction, Decision, Event, Grade, Place, Reading, Root, Series)


@st.composite
def intervals(draw: st.DrawFn) -> DateInterval:
    first, last = draw(st.dates()), draw(st.dates())
    ends = draw(st.sampled_from([(first, last), (first, None), (None, last)]))
    return DateInterval(*sorted(ends)) if None not in ends else DateInterval(*ends)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    numbers = st.floats(min_value=0, max_value=1e9, allow_nan=False)
    low, high = sorted((draw(numbers), draw(numbers)))
    return Range(*draw(st.sampled_from([(low, high), (low, None), (None, high), (low, low)])))


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type of the model."""
    if get_origin(kind) is tuple:
        return st.lists(st.deferred(lambda: values(get_args(kind)[0])), max_size=2).map(tuple)
    if NoneType in get_args(kind):
        return st.none() | st.deferred(lambda: values(get_args(kind)[0]))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    if is_dataclass(kind) and kind not in (DateInterval, Range):
        hints = get_type_hints(kind)
        return st.builds(kind, **{field.name: st.deferred(lambda name=field.name: values(hints[name])) for field in fields(kind)})
    plain_kinds = {
        str: st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
        int: st.integers(0, 10**9),
        float: st.floats(allow_nan=False, allow_infinity=False),
        bool: st.booleans(),
        date: st.dates(),
        DateInterval: intervals(),
        Range: ranges(),
    }
    return plain_kinds[kind]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(STORED).flatmap(values))
def test_every_value_comes_back_as_it_was(value: object):
    assert decode(type(value), encode(value)) == value


def test_the_readings_of_the_small_ledger_come_back(made: Made):
    for reading in made.readings.values():
        assert decode(Reading, encode(reading)) == reading


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Part(PartKind.BODY, 0, 5), '{"kind":"body","start":0,"end":5}'),
        (EvidenceSpan("art-1", 3, 9), '["art-1",3,9]'),
        (Grade("B", date(2030, 1, 2), "long record"), '{"letter":"B","since":"2030-01-02","why":"long record"}'),
        (Alias("PMF", "own list"), '{"text":"PMF","source":"own list"}'),
        (Actor("Vale Front", ActorKind.STATE, listed=False), '{"name":"Vale Front","kind":"state","listed":false}'),
        (
            Derived(100.0, DateInterval.parse("2031-06"), "589 - 489 = 100", ("fig-1",)),
            '{"value":100.0,"period":"2031-06","derivation":"589 - 489 = 100","figures":["fig-1"]}',
        ),
    ],
)
def test_the_form_is_short_and_readable(value: object, text: str):
    assert encode(value) == text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Part, "not json"),
        (Part, '{"kind":"body","start":0}'),
        (Part, '{"kind":"body","start":0,"end":5,"more":1}'),
        (Part, '{"kind":"chapter","start":0,"end":5}'),
        (Part, '{"kind":"body","start":"0","end":5}'),
        (Part, '{"kind":"body","start":true,"end":5}'),
        (Part, '{"kind":"body","start":0.5,"end":5}'),
        (Part, "[]"),
        (Reason, '{"feature":"f","score":"1","text":"t"}'),
        (Filler, '{"role":"agent","key":"a","span":["art-1","0",5]}'),
        (Root, '{"kind":"outlet","name":"x","accounts":"acc-1"}'),
        (Derived, '{"value":1,"period":"last June","derivation":"x","figures":[]}'),
        (Derived, '{"value":1,"period":2031,"derivation":"x","figures":[]}'),
    ],
)
def test_what_does_not_fit_is_refused_with_the_type_and_the_next_step(kind: type, text: str):
    with pytest.raises(LedgerError, match=rf"cannot read a stored {kind.__name__}: .*rashomon update"):
        decode(kind, text)


def test_a_number_that_is_none_is_not_stored():
    with pytest.raises(LedgerError, match="cannot store a Reason"):
        encode(Reason("f", float("nan"), "t"))


def test_a_tuple_of_values_comes_back():
    parts = (Part(PartKind.TITLE, 0, 4), Part(PartKind.BODY, 5, 9))

    assert decode_tuple(Part, encode(parts)) == parts
    assert decode_tuple(str, encode(())) == ()


def test_programs_are_given_every_field_and_the_id(made: Made):
    view = plain(made.ledger.event(made.linked.events[0].id))

    assert view["event"]["id"] == made.linked.events[0].id
    assert view["event"]["patients"] == []
    assert view["event"]["dates"][0]["value"] == "2031-03-03"
    assert view["accounts"][0]["account"]["evidence"]["start"] == made.account("first").evidence.start
    assert view["accounts"][0]["account"]["injured"] is None
    assert json.loads(json.dumps(view)) == view


def test_a_decision_keeps_json_texts_as_they_are():
    decision = Decision(Verdict.EDIT, "acc-1", "ana", "2031-03-09T10:00:00", "the text says nine", "killed", '"12"', '"9"')

    assert decode(Decision, encode(decision)) == decision
