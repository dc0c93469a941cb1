"""One module for each page, each with a function `page`."""
