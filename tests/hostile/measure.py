"""Reads a group of messages one by one; what each cost is a line of JSON: `python -m tests.hostile.measure GROUP`."""

import contextlib
import json
import resource
import sys
import time
from typing import Any

from extract.reading import Extractor
from ingest.errors import Unreadable
from ingest.reading import read_message
from tests.hostile.catalogue import HOSTILE
from tests.hostile.promises import ARRIVED, BrokenPromise, read


def main(group: str) -> None:
    extractor = Extractor()
    for name in (name for name in HOSTILE if name.startswith(f"{group}: ")):
        sys.stdout.write(json.dumps({"name": name, **_cost(name, extractor)}) + "\n")


def _cost(name: str, extractor: Extractor) -> dict[str, Any]:
    """Of processor time the better of two: what else the machine does shows in it too.

    The promises are looked at beforehand: on a text of a great many lines that takes as long as reading it.
    """
    message = HOSTILE[name]()
    try:
        mail = read(message)
    except BrokenPromise as error:
        return {"broken": str(error)}
    reading: list[float] = []
    extracting: list[float] = []
    while not reading or (len(reading) < 2 and reading[0] > 0.4):
        started = time.process_time()
        with contextlib.suppress(Unreadable):
            read_message(message, ARRIVED)
        reading.append(time.process_time() - started)
    if mail is not None:
        started = time.process_time()
        extractor.read(mail)
        extracting.append(time.process_time() - started)
    return {
        "broken": "",
        "bytes": len(message),
        "reading": round(min(reading), 3),
        "extracting": round(min(extracting, default=0.0), 3),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,  # Linux counts kilobytes
    }


if __name__ == "__main__":
    main(sys.argv[1])
