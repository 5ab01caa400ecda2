"""The pages in a real browser: styled under our own content policy, in light and in dark."""

import socket
import struct
import subprocess
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from inbrief.clock import fixed
from inbrief.web.app import create_app
from inbrief.web.settings import WebSettings
from tests.inbrief.story import full_desk
from tests.notify.invented import NOW
from tests.servers import program

PAPER = {"light": (0xF6, 0xF4, 0xEF), "dark": (0x13, 0x15, 0x17)}
SCHEME = {"dark": "0", "light": "1"}
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--hide-scrollbars"),
    *("--enable-logging=stderr", "--window-size=390,900"),
)


@pytest.fixture
def demo() -> Iterator[str]:
    """The address of a demo that runs on loopback, in uvicorn."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        base_url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        app = create_app(full_desk(), WebSettings(demo=True, base_url=base_url), fixed(NOW))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        yield base_url
        server.should_exit = True
        thread.join(20)


@pytest.mark.chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_brief_is_styled_in_a_browser_that_keeps_to_our_policy(demo: str, tmp_path: Path, scheme: str) -> None:
    chromium, picture = program("chromium", "chromium"), tmp_path / "page.png"
    told = [f"--user-data-dir={tmp_path / 'profile'}", f"--blink-settings=preferredColorScheme={SCHEME[scheme]}"]

    shown = subprocess.run(
        [chromium, *QUIET, *told, f"--screenshot={picture}", f"{demo}/briefs/17"],
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert b"Content Security Policy" not in shown.stderr
    assert first_pixel(picture.read_bytes()) == PAPER[scheme]


def first_pixel(png: bytes) -> tuple[int, ...]:
    """Red, green, blue at the top left (the PNG specification): no filter changes the first pixel of the first row."""
    data, at = b"", 8
    while at < len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        if kind == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += length + 12
    return tuple(zlib.decompress(data)[1:4])
