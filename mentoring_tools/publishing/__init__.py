"""What stands beside the pages.

In: `overrides/` and the built site. Out: styles, scripts, headers, the manifest, the list for the
service worker, compressed copies, and the dates of pages.
"""
