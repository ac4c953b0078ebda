"""How numbers are written on a sheet, wherever it is shown."""


def signed(number: int) -> str:
    """A number with a real minus; answers and the source have a hyphen."""
    return str(number).replace("-", "\N{MINUS SIGN}")
