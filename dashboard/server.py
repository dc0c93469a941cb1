"""The server: Streamlit's ASGI app behind our guard, with a health check. It asks nothing of the outside."""

import gc
import importlib
import logging
import os
import pkgutil
import sys
import traceback
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from dashboard import pages
from dashboard.guard import Guard
from dashboard.presenting.routes import routes
from dashboard.store_access import STORE_VARIABLE, close_store, the_store, version_of

OPTIONS: Mapping[str, Any] = {
    "server.fileWatcherType": "none",
    "server.maxUploadSize": 200,
    "server.enableStaticServing": True,
    "server.enableXsrfProtection": True,
    "browser.serverAddress": "localhost",
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "viewer",
    "theme.font": "sans-serif",
    "theme.light.primaryColor": "#12436D",
    "theme.dark.primaryColor": "#2F74B5",
    "logger.hideWelcomeMessage": True,
    "runner.postScriptGC": False,
}
"""As in `.streamlit/config.toml`, which is not found when the program is started from another folder."""


class NoValues(logging.Filter):
    """An error's text can hold a cell's value: the log gets the kind of error and the place in our code, not the text."""

    def filter(self, record: logging.LogRecord) -> bool:
        problem = record.exc_info[1] if record.exc_info else None
        if problem is not None:
            frames = traceback.extract_tb(problem.__traceback__)
            place = f"{Path(frames[-1].filename).name} line {frames[-1].lineno}" if frames else "an unknown place"
            record.msg, record.args = f"A page failed: {type(problem).__name__} in {place}", ()
            record.exc_info = None
        return True


def make_app() -> st.App:
    """The ASGI app. The store is the one that SCORECARD_STORE names."""
    # Streamlit takes a folder named pages for its old way of finding pages, until the navigation has run once: a link straight
    # to a page would then run that page's file alone.
    PagesManager.uses_pages_directory = False
    logger = logging.getLogger("streamlit.error_util")
    logger.filters = [*(each for each in logger.filters if not isinstance(each, NoValues)), NoValues()]
    return st.App(
        Path(__file__).with_name("app.py"),
        lifespan=_lifespan,
        routes=[Route("/healthz", _health), *routes()],
        middleware=[Middleware(Guard)],
    )


def serve(store: Path, host: str = "127.0.0.1", port: int = 8501, open_browser: bool = False) -> None:
    """Serve a store's dashboard until stopped. Raises StoreError with a sentence when the store cannot be used."""
    os.environ[STORE_VARIABLE] = str(store.resolve())
    the_store()
    sys.stdout.write(f"The scorecard is at http://{'localhost' if host == '127.0.0.1' else host}:{port}\n")
    sys.stdout.flush()
    own = {"server.address": host, "server.port": port, "server.headless": not open_browser}
    make_app().run(config={**OPTIONS, **own})


@asynccontextmanager
async def _lifespan(_: st.App) -> AsyncIterator[None]:
    for module in pkgutil.iter_modules(pages.__path__):
        importlib.import_module(f"{pages.__name__}.{module.name}")
    # Garbage is collected when there is enough of it, not after every click; and what was imported is never looked at for it.
    gc.collect()
    gc.freeze()
    yield
    close_store()


async def _health(_: Request) -> JSONResponse:
    return JSONResponse({"ok": True, "schema": version_of(the_store()).schema})
