"""The child process that reads one attached file: `python -m ingest.child KIND SECONDS MEMORY CHARACTERS < FILE`."""

import importlib
import io
import json
import resource
import sys
import zipfile

_READERS = {"docx": "word_file", "pdf": "pdf_file", "xlsx": "excel_file"}
_MAX_UNPACKED = 200_000_000
_MAX_RATIO = 200
# Audit events that a reader of documents has no business with.
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "ctypes.",
    "urllib.",
    "ftplib.",
)


def _cap(seconds: int, memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _refuse(event: str, _: object) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(event)


def _check_archive(content: bytes) -> None:
    """Office files are archives: what unpacks to far more than it weighs is a bomb."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > _MAX_UNPACKED or unpacked > _MAX_RATIO * max(len(content), 50_000):
            raise MemoryError("zip bomb")


def main() -> None:
    kind, seconds, memory, characters = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    _cap(seconds, memory)
    content = sys.stdin.buffer.read()
    # Imported under the caps, and before the network and other programs are refused; only the one that is needed.
    reader = importlib.import_module(f"ingest.{_READERS[kind]}").read
    sys.addaudithook(_refuse)
    if kind in ("docx", "xlsx"):
        _check_archive(content)
    pieces: list[str] = []
    length = 0
    cut = False
    for line in reader(content):
        if length + len(line) > characters:
            cut = True
            break
        pieces.append(line)
        length += len(line) + 1
    text = "\n".join(pieces)
    sys.stdout.write(json.dumps({"outcome": "read" if text.strip() else "no text", "text": text, "cut": cut}))


if __name__ == "__main__":
    main()
