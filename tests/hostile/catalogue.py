"""All hostile and odd messages by name, always the same ones in the same order."""

from tests.hostile import addresses, encoded, files, headers, pages, structure, texts
from tests.hostile.building import Build

_GROUPS = {
    "structure": structure.CASES,
    "headers": headers.CASES,
    "addresses": addresses.CASES,
    "encoded": encoded.CASES,
    "pages": pages.CASES,
    "texts": texts.CASES,
    "files": files.CASES,
}
GROUPS = tuple(_GROUPS)
# Each message is built when it is asked for: some are large.
HOSTILE: dict[str, Build] = {
    f"{group}: {name}": build for group, cases in _GROUPS.items() for name, build in cases.items()
}
