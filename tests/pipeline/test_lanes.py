import asyncio
from datetime import timedelta

import pytest

from rashomon.pipeline.collect.contract import Forgetful
from rashomon.pipeline.collect.faults import FetchError
from rashomon.pipeline.collect.lanes import Lanes
from rashomon.pipeline.collect.limits import Limits

HERE = "https://herald.example/feed"


@pytest.fixture
def lanes(clock):
    return Lanes(Limits(delay=2, patience=60, put_off=1000, misses=3), clock, Forgetful())


async def turn(lanes, host="herald.example"):
    async with lanes.turn(host, HERE) as lane:
        return lane


def test_a_pause_lies_between_two_turns_of_a_host_and_none_between_hosts(lanes, clock):
    async def run():
        await turn(lanes)
        await turn(lanes, "other.example")
        await turn(lanes)

    asyncio.run(run())

    assert clock.slept == [2.0]


def test_turns_of_a_host_never_overlap(lanes):
    inside, most = 0, 0

    async def visit():
        nonlocal inside, most
        async with lanes.turn("herald.example", HERE):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    async def run():
        await asyncio.gather(*(visit() for _ in range(6)))

    asyncio.run(run())

    assert most == 1


def test_an_error_inside_leaves_the_pause_and_gives_the_turn_back(lanes, clock):
    async def run():
        with pytest.raises(ZeroDivisionError):
            async with lanes.turn("herald.example", HERE):
                raise ZeroDivisionError
        await turn(lanes)

    asyncio.run(run())

    assert clock.slept == [2.0]


def test_a_hold_is_never_shortened(lanes, clock):
    lane = lanes.of("herald.example")
    lanes.hold(lane, 50)
    lanes.hold(lane, 5)

    assert lane.free_at == clock.at + timedelta(seconds=50)


@pytest.mark.parametrize(("asked", "put_off"), [(61, 61), (1e9, 1000), (float("inf"), 1000)])
def test_a_long_hold_is_remembered_up_to_a_bound_and_not_waited_for(clock, asked, put_off):
    memory = Forgetful()
    first = Lanes(Limits(put_off=1000), clock, memory)
    first.hold(first.of("herald.example"), asked)
    second = Lanes(Limits(put_off=1000), clock, memory)

    with pytest.raises(FetchError, match="asks to be left alone") as caught:
        asyncio.run(turn(second))
    assert caught.value.after == clock.at + timedelta(seconds=put_off)
    assert clock.slept == []


def test_a_host_that_missed_too_often_gets_no_turn(lanes):
    lanes.of("herald.example").misses = 3

    with pytest.raises(FetchError, match="did not answer 3 requests in a row"):
        asyncio.run(turn(lanes))
