"""QR codes that the page draws itself, read by ZXing."""

import codes
from links import MODULE, SHEET
from on_a_sheet import person, sheet
from playwright.sync_api import Browser

# The last text that fits in each version, and the first that does not, by the standard's table 7.
LAST = [17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792,
        858, 929, 1003, 1091, 1171, 1273, 1367, 1465, 1528, 1628, 1732]  # fmt: skip


def test_codes_of_every_size_are_read(address: str, browser: Browser) -> None:
    texts = [f"https://ä.fi/{size}#".ljust(size - 1, "z") for size in LAST]
    with person(browser) as context:
        page = sheet(context, address + SHEET)
        made = page.evaluate(
            f"async texts => {{ const {{modules}} = await ({MODULE})('qr.js');"
            " return texts.map(modules); }", [*texts, "x" * LAST[-1] + "x"],
        )  # fmt: skip
    sizes = [len(rows) for rows in made[:-1]]
    assert sizes == [17 + 4 * version for version in range(1, 31)]
    assert [codes.read(codes.of_modules(rows)) for rows in made[:-1]] == [[text] for text in texts]
    assert made[-1] is None
