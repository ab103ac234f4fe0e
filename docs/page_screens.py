"""Keeps pictures of the published pages under docs/screens/, to be looked at on every landing.

    python docs/page_screens.py

The bundled registry as of the conference, in a headless Chromium: the first page, a call, the year and
the timeline, in both languages, at the width of a phone, a tablet and a desk, light and dark, and as
they are printed.
"""

import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Literal

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from browser import served, started  # noqa: E402 - of the tests
from made_pages import FOLDERS, read, written  # noqa: E402

THEN = "2016-12-02T09:00:00+01:00"
PAGES = {
    "index": "index.html",
    "call": "calls/innosup-1-2017.html",
    "year": "year.html",
    "timeline": "timeline.html",
}
WIDTHS, LONGEST = (320, 800, 1400), 1600  # pixels
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLOURS = 64  # of a picture: these are kept in git
SHEET = 1.2  # pixels a point of paper


def pictures(browser: Browser, address: str) -> Iterator[tuple[str, Image.Image]]:
    """The name of every picture, and the picture."""
    for scheme in SCHEMES:
        context = browser.new_context(color_scheme=scheme, timezone_id="Europe/Brussels")
        page = context.new_page()
        page.clock.set_fixed_time(datetime.fromisoformat(THEN))
        for code, folder in FOLDERS.items():
            for name, path in PAGES.items():
                page.goto(f"{address}{folder}{path}")
                for width in WIDTHS:
                    yield f"page-{name}-{width}-{scheme}-{code}", screen(page, width)
                if scheme == "light":
                    yield f"page-{name}-print-{code}", sheet(page)


def screen(page: Page, width: int) -> Image.Image:
    """What is on a screen of this width, as far as one scrolls a little."""
    page.set_viewport_size({"width": width, "height": 900})
    shot = page.screenshot(full_page=True, animations="disabled")
    picture = Image.open(BytesIO(shot))
    return picture.crop((0, 0, picture.width, min(picture.height, LONGEST)))


def sheet(page: Page) -> Image.Image:
    """The first sheet that is printed."""
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as document:
        picture: Image.Image = document[0].render(scale=SHEET).to_pil()
    return picture


def main() -> None:
    """Writes every picture."""
    folder = ROOT / "docs" / "screens"
    with tempfile.TemporaryDirectory() as temporary, started() as browser:
        site = Path(temporary)
        written(site, read(ROOT / "data" / "calls.toml"), THEN)
        with served(site) as address:
            for name, picture in pictures(browser, address):
                small = picture.convert("RGB").quantize(
                    COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
                )
                small.save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
