"""The screens: pages that read lines and draw them. No figure is worked out here."""
