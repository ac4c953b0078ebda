"""Fills in a PDF with poppler, as file URIs say: `fill_with_poppler.py <empty> <new>`.

The texts come as JSON by the fields' names. Run by Debian's Python, which has poppler's bindings.
"""

import json
import sys

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # noqa: E402 - its version is named first

answers = json.load(sys.stdin)
file = Poppler.Document.new_from_file(sys.argv[1], None)
for number in range(file.get_n_pages()):
    # The fields are the page's: they go when it goes.
    page = file.get_page(number)
    for place in page.get_form_field_mapping():
        if place.field.get_name() in answers:
            place.field.text_set_text(answers[place.field.get_name()])
file.save(sys.argv[2])
