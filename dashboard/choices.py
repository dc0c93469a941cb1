"""Choices that the address of the page holds: a link opens the page as its sender saw it."""

from collections.abc import Callable, Sequence

import streamlit as st


def asked_for(name: str) -> str:
    """What the link asks for, as it was written; empty when it asks for nothing."""
    return st.query_params.get(name, "").strip()


def choose(label: str, name: str, options: Sequence[str], current: str, say: Callable[[str], str] = str) -> str:
    """A list to choose from, whose choice the address holds as `name`."""
    return st.selectbox(
        label,
        options,
        index=options.index(current),
        format_func=say,
        key=f"{name}:{current}:{len(options)}",
        on_change=_remember(name, f"{name}:{current}:{len(options)}"),
    )


def choose_beside(label: str, name: str, options: Sequence[str], current: str, say: Callable[[str], str] = str) -> str:
    """A few choices side by side, whose choice the address holds as `name`."""
    key = f"{name}:buttons"
    chosen: str | None = st.radio(
        label, options, index=options.index(current), format_func=say, key=key, on_change=_remember(name, key), horizontal=True
    )
    return chosen or current


def _remember(name: str, key: str) -> Callable[[], None]:
    def remember() -> None:
        st.query_params[name] = st.session_state[key]

    return remember
