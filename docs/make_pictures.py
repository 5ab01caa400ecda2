"""Takes the README's pictures from the demo, run in a folder of its own: a summary mail, and the page of its brief."""

import email
import email.policy
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SHOWN = "mood pictures"  # the sample whose summary has most to show: a forward, a clash, a day that would work
WAIT = 60  # seconds


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        shutil.copy(ROOT / "config.yaml", folder)
        shutil.copytree(ROOT / "samples", folder / "samples")
        with running_demo(folder):
            summary = summary_of(SHOWN, folder / "var" / "outgoing")
            html = folder / "summary.html"
            html.write_text(html_of(summary), encoding="utf-8")
            page = re.search(r"http://127\.0\.0\.1:\d+/briefs/\d+", html.read_text(encoding="utf-8"))
            if page is None:
                sys.exit("the summary has no link to its brief")
            PICTURES.mkdir(exist_ok=True)
            take(html.as_uri(), PICTURES / "summary.png", 680, 980)
            take(page[0], PICTURES / "brief.png", 1080, 980)


@contextmanager
def running_demo(folder: Path) -> Iterator[None]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    environment = os.environ | {"INBRIEF_WEB__LISTEN": address, "INBRIEF_WEB__BASE_URL": f"http://{address}"}
    inbrief = Path(sys.executable).with_name("inbrief")
    with (folder / "log").open("w") as log:
        service = subprocess.Popen(
            [inbrief, "run", "--config", folder / "config.yaml"], env=environment, stdout=log, stderr=log
        )
        try:
            yield
        finally:
            service.terminate()
            service.wait(timeout=30)


def summary_of(word: str, outgoing: Path) -> EmailMessage:
    """The summary whose subject holds the word, as soon as it is there."""
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        for path in sorted(outgoing.glob("summary-*.eml")):
            message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            if isinstance(message, EmailMessage) and word in html_of(message):
                return message
        time.sleep(0.2)
    sys.exit(f"no summary with {word!r} within {WAIT} seconds")


def html_of(message: EmailMessage) -> str:
    body = message.get_body(("html",))
    return "" if body is None else str(body.get_content())


def take(url: str, picture: Path, width: int, height: int) -> None:
    chromium = shutil.which("chromium") or sys.exit("chromium is not installed; as root: apt-get install -y chromium")
    subprocess.run(
        [
            chromium,
            "--headless",
            "--no-sandbox",  # the page is ours, and root has no other way
            "--hide-scrollbars",
            "--force-device-scale-factor=1",
            f"--window-size={width},{height}",
            f"--screenshot={picture}",
            url,
        ],
        check=True,
        capture_output=True,
        timeout=WAIT,
    )
    print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
