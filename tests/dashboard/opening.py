"""Opening one page in a test: what a reader sees of it, as text and as HTML."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.store_access import STORE_VARIABLE, close_store

Open = Callable[..., AppTest]


def opener(name: str) -> Callable[[pytest.MonkeyPatch], Iterator[Open]]:
    """A fixture's body: `open(store, id="...")` runs the page of that name on a store, at an address that asks for these."""

    def fixture(monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
        def open_page(store: Path, **asked: str) -> AppTest:
            close_store()
            monkeypatch.setenv(STORE_VARIABLE, str(store))
            app = AppTest.from_string(f"from dashboard.pages.{name} import page\npage()\n", default_timeout=60)
            for key, value in asked.items():
                app.query_params[key] = value
            app.run()
            assert not app.exception
            return app

        yield open_page
        close_store()

    return fixture


def html(app: AppTest) -> str:
    """Everything that the page drew itself."""
    return "".join(each.proto.body for each in app.get("html") if 'class="page"' in each.proto.body)
