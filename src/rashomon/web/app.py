"""Build the desk: routes, templates, static files, error pages and headers."""

from importlib.resources import files

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from rashomon.lists.countries import load_countries
from rashomon.store.contract import Questions
from rashomon.web.api.app import create_api, mounted
from rashomon.web.catalogue import read_catalogue
from rashomon.web.errors import add_error_pages
from rashomon.web.guard import LOOPBACK_NAMES, Guard
from rashomon.web.pages import Desk, make_templates
from rashomon.web.people import routes as people
from rashomon.web.people import tokens
from rashomon.web.people.access import Access
from rashomon.web.people.door import API, Door
from rashomon.web.review import deciding, sheets
from rashomon.web.review import routes as reviewing
from rashomon.web.routes import (
    actors,
    alerts,
    api,
    articles,
    briefs,
    contradictions,
    copies,
    events,
    feeds,
    help,  # noqa: A004
    map,  # noqa: A004
    network,
    outlets,
    search,
    search_files,
    series,
    status,
    today,
    topics,
)

#: The routes, in the order of the desk's pages.
ROUTERS = (
    today.router,
    search.router,
    feeds.router,
    search_files.router,
    topics.router,
    briefs.router,
    events.router,
    actors.router,
    outlets.router,
    network.router,
    map.router,
    articles.router,
    contradictions.router,
    series.router,
    copies.router,
    status.router,
    help.router,
    api.router,
)


#: The routes of a desk on which people decide.
DECIDING = (
    people.router,
    tokens.router,
    reviewing.router,
    sheets.router,
    deciding.router,
    topics.changing,
    briefs.changing,
    alerts.router,
)


def create_app(ledger: Questions, names: frozenset[str] = LOOPBACK_NAMES, access: Access | None = None) -> FastAPI:
    """Return the desk over a ledger.

    Args:
        ledger: what it asks.

        names: host names it answers to, without port; others get 421.

        access: who may come in and decide; ``None`` for a desk that only shows, and changes nothing.
    """
    say = read_catalogue()
    app = FastAPI(title=say("site.name"), docs_url=None, redoc_url=None, openapi_url=None)
    countries = {code: country.name for code, country in load_countries().by_iso2.items()}
    app.state.desk = Desk(ledger, make_templates(say, countries), say, countries)
    app.state.access = access
    for router in ROUTERS if access is None else (*DECIDING, *ROUTERS):
        app.include_router(router)
    programs = create_api(app.state.desk, access, API)
    app.state.api_described = programs.state.described
    app.router.routes.append(mounted(programs, API))
    app.mount("/static", StaticFiles(directory=str(files("rashomon.web") / "static")), name="static")
    add_error_pages(app)
    if access is not None:
        app.add_middleware(Door, access=access)
    app.add_middleware(Guard, names=names, refusal=say("error.host"))
    return app
