"""The machine behind the mentoring tools: Markdown in two languages becomes pages, PDF and Word."""
