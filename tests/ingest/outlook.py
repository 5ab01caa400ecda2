"""Outlook's files as Outlook writes them, for the tests: compound files (MS-CFB, MS-OXMSG) and packets (MS-OXTNEF)."""

import struct
from collections.abc import Mapping, Sequence
from itertools import pairwise

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
Tree = Mapping[str, "bytes | Tree"]
STRING, BINARY, TIME, LONG = 0x1F, 0x102, 0x40, 0x3


def compound(tree: Tree) -> bytes:
    """A compound file with these streams and, as mappings, storages."""
    entries: list[tuple[str, int, bytes, int]] = []  # name, kind, data, first child
    siblings: dict[int, int] = {}

    def add(name: str, node: "bytes | Tree", kind: int) -> int:
        number = len(entries)
        entries.append((name, 2 if isinstance(node, bytes) else kind, node if isinstance(node, bytes) else b"", _FREE))
        if not isinstance(node, bytes):
            children = [add(child, inner, 1) for child, inner in node.items()]
            siblings.update(pairwise(children))
            entries[number] = (name, kind, b"", children[0] if children else _FREE)
        return number

    add("Root Entry", tree, 5)
    small, small_table, large = b"", list[int](), list[tuple[int, bytes]]()
    places: dict[int, tuple[int, int]] = {}
    for number, (_, kind, data, _child) in enumerate(entries):
        if kind != 2 or not data:
            continue
        if len(data) >= _CUTOFF:
            large.append((number, data))
            continue
        first, count = len(small_table), -(-len(data) // _SMALL)
        places[number] = (first, len(data))
        small_table += [*range(first + 1, first + count), _END]
        small += data.ljust(count * _SMALL, b"\0")
    large += [(0, small)] if small else []
    table_data = struct.pack(f"<{len(small_table)}I", *small_table)
    body, table = b"", list[int]()

    def place(data: bytes) -> int:
        nonlocal body
        first, count = len(table), -(-len(data) // _SECTOR)
        table.extend([*range(first + 1, first + count), _END])
        body += data.ljust(count * _SECTOR, b"\0")
        return first

    for number, data in large:
        places[number] = (place(data), len(data))
    small_first = place(table_data.ljust(-(-len(table_data) // _SECTOR) * _SECTOR, b"\xff")) if small else _END
    directory = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBBIII", 2 * len(name) + 2, kind, 1, _FREE, siblings.get(number, _FREE), child)
        + bytes(36)
        + struct.pack("<IQ", *places.get(number, (_END if kind != 2 else 0, 0)))
        for number, (name, kind, _, child) in enumerate(entries)
    )
    directory_first = place(directory)
    sectors = 1
    while sectors * 128 < len(table) + sectors:
        sectors += 1
    first = len(table)
    table += [_FAT] * sectors
    body += struct.pack(f"<{len(table)}I", *table).ljust(sectors * _SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, sectors, directory_first, 0, _CUTOFF, small_first, bool(small), _END, 0)
    head += struct.pack("<109I", *range(first, first + sectors), *[_FREE] * (109 - sectors))
    return head + body


def storage(header: bytes, properties: Mapping[tuple[int, int], object], inside: Tree | None = None) -> Tree:
    """A storage with properties by (id, type), and what else stands in it."""
    streams: dict[str, bytes | Tree] = {}
    table = header
    for (identifier, kind), value in properties.items():
        if kind in (STRING, BINARY):
            data = str(value).encode("utf-16-le") if kind == STRING else value
            assert isinstance(data, bytes)
            streams[f"__substg1.0_{identifier:04X}{kind:04X}"] = data
            payload = struct.pack("<II", len(data), 0)
        else:
            payload = struct.pack("<Q", value)
        table += struct.pack("<HHI", kind, identifier, 6) + payload
    return {"__properties_version1.0": table, **streams, **(inside or {})}


def message(
    properties: Mapping[tuple[int, int], object], *, to: Sequence[tuple[str, str]] = (), files: Sequence[Tree] = ()
) -> Tree:
    """The tree of a message; `files` are storages."""
    inside: dict[str, bytes | Tree] = {
        f"__recip_version1.0_#{number:08X}": storage(
            bytes(8), {(0x3001, STRING): name, (0x39FE, STRING): written, (0x0C15, LONG): 1}
        )
        for number, (name, written) in enumerate(to)
    }
    inside |= {f"__attach_version1.0_#{number:08X}": file for number, file in enumerate(files)}
    header = bytes(8) + struct.pack("<IIII", len(to), len(files), len(to), len(files)) + bytes(8)
    return storage(header, properties, inside)


def attached(name: str, content: bytes) -> Tree:
    return storage(bytes(8), {(0x3705, LONG): 1, (0x3707, STRING): name, (0x3701, BINARY): content})


def embedded(tree: Tree) -> Tree:
    """A message attached to a message: its header is eight bytes shorter."""
    table = tree["__properties_version1.0"]
    assert isinstance(table, bytes)
    inner = {**tree, "__properties_version1.0": table[:24] + table[32:]}
    return storage(bytes(8), {(0x3705, LONG): 5}, {"__substg1.0_3701000D": inner})


def packet(body: str, files: Mapping[str, bytes]) -> bytes:
    """A winmail.dat."""
    made = struct.pack("<IH", 0x223E9F78, 1)
    made += _attribute(1, 0x9006, 8, struct.pack("<I", 0x10000)) + _attribute(1, 0x9007, 6, struct.pack("<II", 1252, 0))
    if body:
        made += _attribute(1, 0x800C, 2, body.encode("cp1252"))
    for name, content in files.items():
        made += _attribute(2, 0x9002, 6, bytes(14)) + _attribute(2, 0x8010, 1, name.encode("cp1252") + b"\0")
        made += _attribute(2, 0x800F, 6, content)
    return made


def _attribute(level: int, name: int, kind: int, data: bytes) -> bytes:
    return struct.pack("<BHHI", level, name, kind, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)
