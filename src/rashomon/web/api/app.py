"""The API as an application of its own, mounted on the desk: own door, own errors, own description."""

import re
from functools import cache
from threading import BoundedSemaphore

from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse
from starlette.routing import Mount

from rashomon.store.people.contract import PeopleError
from rashomon.web.api.door import ApiDoor
from rashomon.web.api.openapi import describe
from rashomon.web.api.problems import add_problems
from rashomon.web.api.routes import (
    about,
    alerts,
    asking,
    briefs,
    captures,
    exporting,
    following,
    lists,
    marking,
    people,
    reviewing,
    sheets,
    things,
    topics,
)
from rashomon.web.pages import Desk
from rashomon.web.people.access import Access

#: Subjects that everybody may read who may read the desk; those that need to know who asks.
READING = (
    about.router,
    asking.router,
    exporting.router,
    lists.router,
    captures.router,
    things.router,
    topics.router,
    briefs.router,
    marking.reading,
)
KNOWING = (
    reviewing.router,
    sheets.router,
    topics.changing,
    briefs.changing,
    alerts.router,
    following.router,
    marking.router,
    people.router,
)
#: Files that are written at the same time.
WRITING = 2


def create_api(desk: Desk, access: Access | None, address: str) -> FastAPI:
    """Return the API over a desk.

    Args:
        desk: the ledger it asks, and the words.

        access: who may come in and decide; ``None`` for a desk that only shows.

        address: the path that it is mounted under.
    """
    routers = READING if access is None else (*KNOWING, *READING)
    api = FastAPI(
        title=desk.say("api.title"), docs_url=None, redoc_url=None, openapi_url=None, separate_input_output_schemas=False
    )
    api.state.desk = desk
    api.state.access = access
    api.state.writing = BoundedSemaphore(WRITING)
    for router in routers:
        api.include_router(router)
    api.state.described = cache(lambda: describe(api, routers, address, desk.say("api.told")))

    @api.get("/openapi.json", include_in_schema=False)
    def described() -> Response:
        """Give the description."""
        return JSONResponse(api.state.described())

    add_problems(api, PeopleError)
    api.add_middleware(ApiDoor, access=access, say=desk.say)
    return api


def mounted(api: FastAPI, address: str) -> Mount:
    """Return the API as a part of the desk: whatever stands behind its address, line breaks too, is its own to answer."""
    part = Mount(address, app=api, name="api_v1")
    part.path_regex = re.compile(part.path_regex.pattern, re.DOTALL)
    return part
