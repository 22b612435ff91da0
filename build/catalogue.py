"""Catalogues of texts as files: the .po that people edit, the .mo that programs read.

Only what this project uses of both formats: no contexts, UTF-8, entries and their plurals.
"""

import ast
import re
import struct
from dataclasses import dataclass
from pathlib import Path

_MAGIC, _HEADER_SIZE = 0x950412DE, 28
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True)
class Entry:
    """A French text, its plural if it counts, and how it is said: in one form, or in two.

    `translations` are empty texts when nobody has translated it; `is_doubtful` marks a translation
    taken from a text that was almost the same.
    """

    french: str
    plural: str = ""
    translations: tuple[str, ...] = ("",)
    files: tuple[str, ...] = ()
    is_doubtful: bool = False


def read_catalogue(path: Path) -> tuple[str, list[Entry]]:
    """Return the header and the entries of a .po file."""
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    header, *entries = [_read_entry(block) for block in blocks]
    return header.translations[0], entries


def write_catalogue(path: Path, header: str, entries: list[Entry]) -> None:
    """Write a .po file."""
    lines = ["# Les textes du programme ; mis à jour par « make words », traduits à la main."]
    blocks = ["\n".join([*lines, *_written_entry(Entry("", translations=(header,)))])]
    blocks += ["\n".join(_written_entry(entry)) for entry in entries]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def compiled(header: str, entries: list[Entry]) -> bytes:
    """Return what a .mo file holds: pairs in the order of the French texts, found by halves."""
    pairs = {b"": header.encode()}
    for entry in entries:
        if all(entry.translations) and not entry.is_doubtful:
            forms = (entry.french, entry.plural) if entry.plural else (entry.french,)
            pairs["\0".join(forms).encode()] = "\0".join(entry.translations).encode()
    keys = sorted(pairs)
    values = [pairs[key] for key in keys]
    table, size = _HEADER_SIZE, 8 * len(keys)
    index, position = b"", table + 2 * size
    for text in (*keys, *values):
        index += struct.pack("<II", len(text), position)
        position += len(text) + 1
    start = struct.pack("<7I", _MAGIC, 0, len(keys), table, table + size, 0, 0)
    return start + index + b"".join(text + b"\0" for text in (*keys, *values))


def _read_entry(block: str) -> Entry:
    fields: dict[str, str] = {}
    files: list[str] = []
    is_doubtful, name = False, ""
    for line in block.split("\n"):
        if line.startswith("#:"):
            files += line[2:].split()
        elif line.startswith("#,"):
            is_doubtful = "fuzzy" in line
        elif not line.startswith("#"):
            name = line.split(" ", 1)[0] if line[0] != '"' else name
            quoted = _QUOTED.search(line)
            # The escapes of both formats are those of Python.
            fields[name] = fields.get(name, "") + (ast.literal_eval(quoted.group()) if quoted else "")
    translations = tuple(text for name, text in fields.items() if name.startswith("msgstr"))
    return Entry(
        fields["msgid"], fields.get("msgid_plural", ""), translations, tuple(files), is_doubtful
    )


def _written_entry(entry: Entry) -> list[str]:
    lines = [f"#: {file}" for file in entry.files]
    if entry.is_doubtful:
        lines.append("#, fuzzy")
    lines += _quoted("msgid", entry.french)
    if not entry.plural:
        return [*lines, *_quoted("msgstr", entry.translations[0])]
    lines += _quoted("msgid_plural", entry.plural)
    for form, text in enumerate(entry.translations):
        lines += _quoted(f"msgstr[{form}]", text)
    return lines


def _quoted(name: str, text: str) -> list[str]:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    # Not `splitlines`, for which other signs end lines too.
    lines = escaped.replace("\\n", "\\n\n").removesuffix("\n").split("\n")
    if len(lines) == 1:
        return [f'{name} "{escaped}"']
    return [f'{name} ""', *(f'"{line}"' for line in lines)]
