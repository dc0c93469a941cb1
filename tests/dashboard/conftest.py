"""What every test that opens a page shares."""

from functools import cache

from streamlit.components.v2 import manifest_scanner

manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
"""Streamlit looks through everything that is installed for each page that a test opens: once is enough."""
