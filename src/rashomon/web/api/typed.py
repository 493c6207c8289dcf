"""Routes that return values: what the function says it returns is the schema, what `plain` makes of it is the answer."""

import hashlib
import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, get_type_hints

from fastapi import Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute

from rashomon.web.answers import plain


class Typed(APIRoute):
    """A route of the API; ``gives`` is the type its function returns.

    A function that returns a `Response` makes its own answer, and says in ``responses`` what that is.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:  # noqa: ANN401 (as FastAPI has them)
        self.gives: Any = get_type_hints(endpoint)["return"]
        makes_own = inspect.isclass(self.gives) and issubclass(self.gives, Response)
        super().__init__(
            path,
            endpoint if makes_own else _plainly(endpoint, options.get("status_code") or 200),
            **options | {"response_model": None},
        )


def _plainly(endpoint: Callable[..., Any], status: int) -> Callable[..., Response]:
    """Return a function that answers with what another returns."""

    @wraps(endpoint)
    def answered(*given: Any, **named: Any) -> Response:  # noqa: ANN401 (what the function takes)
        return told(endpoint(*given, **named), status)

    return answered


def told(value: object, status: int) -> Response:
    """Return a value as JSON with a tag that changes when it does."""
    response = JSONResponse(plain(value), status_code=status)
    response.headers["ETag"] = f'"{hashlib.sha256(response.body).hexdigest()[:32]}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response
