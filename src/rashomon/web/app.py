"""Build the desk: routes, templates, static files, error pages and headers."""

from importlib.resources import files

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from rashomon.lists.countries import load_countries
from rashomon.store.contract import Questions
from rashomon.web.catalogue import read_catalogue
from rashomon.web.errors import add_error_pages
from rashomon.web.guard import LOOPBACK_NAMES, Guard
from rashomon.web.pages import Desk, make_templates
from rashomon.web.routes import actors, articles, contradictions, copies, events, help, search, series, status  # noqa: A004

#: The routes, in the order of the desk's pages.
ROUTERS = (
    search.router,
    events.router,
    actors.router,
    articles.router,
    contradictions.router,
    series.router,
    copies.router,
    status.router,
    help.router,
)


def create_app(ledger: Questions, names: frozenset[str] = LOOPBACK_NAMES) -> FastAPI:
    """Return the desk over a ledger. It only asks; nothing is changed through it.

    Args:
        ledger: what it asks.

        names: host names it answers to, without port; others get 421.
    """
    say = read_catalogue()
    app = FastAPI(title=say("site.name"), docs_url=None, redoc_url=None, openapi_url=None)
    countries = {code: country.name for code, country in load_countries().by_iso2.items()}
    app.state.desk = Desk(ledger, make_templates(say, countries), say, countries)
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=str(files("rashomon.web") / "static")), name="static")
    add_error_pages(app)
    app.add_middleware(Guard, names=names, refusal=say("error.host"))
    return app
