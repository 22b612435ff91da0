"""Gathers the texts of the program, updates the catalogues of its languages, compiles them.

French is the language of the source: its texts are the arguments of `texts(…)`, of
`texts.plural(…)` and of `later(…)`. With `--verifier`, nothing is written: what is wrong is told.
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from catalogue import Entry, compiled, read_catalogue, write_catalogue

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "tressons_kit"
LOCALE = ROOT / "resources" / "locale"
NAME = "tressons_kit"

# What authors read of their fiches, which are in French, is in French too.
NOT_TRANSLATED = {"authoring"}
_CALLED = {"texts", "_texts", "later"}
_COUNTED = "plural"
_PLACE = re.compile(r"\{[^{}]*\}|%\(\w+\)s")
_ALMOST_THE_SAME = 0.8

HEADER = """\
Project-Id-Version: {name}
Language: {language}
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit
Plural-Forms: nplurals=2; plural=(n != 1);
"""


class NotLiteral(Exception):
    """A text that nobody can translate: it is only known while the program runs."""


def main(arguments: list[str]) -> int:
    """Update the catalogues, or only tell what is wrong; return 1 when something is."""
    wanted = list(gathered(PACKAGE))
    checks_only = "--verifier" in arguments
    wrong = []
    for folder in sorted(LOCALE.iterdir()):
        po = folder / "LC_MESSAGES" / f"{NAME}.po"
        header, entries = read_catalogue(po)
        if not checks_only:
            entries = updated(wanted, entries)
            header = HEADER.format(name=NAME, language=folder.name)
            write_catalogue(po, header, entries)
            po.with_suffix(".mo").write_bytes(compiled(header, entries))
        wrong += [f"{folder.name} : {problem}" for problem in problems(wanted, entries)]
        if po.with_suffix(".mo").read_bytes() != compiled(header, entries):
            wrong.append(f"{folder.name} : catalogue compilé périmé ; lancer « make words »")
    print("\n".join(wrong) if wrong else f"{len(wanted)} textes, tous traduits.")
    return int(bool(wrong))


def gathered(package: Path) -> Iterator[Entry]:
    """Give every text of the program once, in the order of its files, or raise NotLiteral."""
    found: dict[str, Entry] = {}
    for module in sorted(package.rglob("*.py")):
        name = str(module.relative_to(package.parent))
        if NOT_TRANSLATED.isdisjoint(module.relative_to(package).parts):
            for french, plural in _texts_of(module.read_text(encoding="utf-8"), name):
                known = found.get(french, Entry(french))
                files = known.files if name in known.files else (*known.files, name)
                if plural and known.plural not in {"", plural}:
                    raise NotLiteral(f"{name} : deux pluriels pour « {french} »")
                found[french] = replace(known, plural=known.plural or plural, files=files)
    yield from found.values()


def updated(wanted: list[Entry], known: list[Entry]) -> list[Entry]:
    """Return what the program says, with the translations that are known.

    A text without one takes that of a text which has just gone and was almost the same, as doubtful.
    """
    by_text = {entry.french: entry for entry in known}
    gone = [text for text in by_text if text not in {entry.french for entry in wanted}]
    entries = []
    for entry in wanted:
        same = by_text.get(entry.french)
        near = [] if same else get_close_matches(entry.french, gone, 1, _ALMOST_THE_SAME)
        found = same or (by_text[near[0]] if near else Entry(""))
        doubtful = found.is_doubtful if same else bool(near)
        forms = 2 if entry.plural else 1
        translations = (*found.translations, "")[:forms]
        entries.append(replace(entry, translations=translations, is_doubtful=doubtful))
    return entries


def problems(wanted: list[Entry], entries: list[Entry]) -> Iterator[str]:
    """Tell what keeps a catalogue from saying all that the program says."""
    said = {(entry.french, entry.plural) for entry in wanted}
    known = {(entry.french, entry.plural) for entry in entries}
    for french, _ in sorted(said - known):
        yield f"absent du catalogue : {french!r} ; lancer « make words »"
    for french, _ in sorted(known - said):
        yield f"n’est plus dans le programme : {french!r} ; lancer « make words »"
    for entry in entries:
        yield from _problems_of(entry)


def _problems_of(entry: Entry) -> Iterator[str]:
    forms = 2 if entry.plural else 1
    if not all(entry.translations) or len(entry.translations) != forms:
        yield f"à traduire : {entry.french!r}"
        return
    if entry.is_doubtful:
        yield f"traduction à relire : {entry.french!r}"
    sources = (entry.french, entry.plural) if entry.plural else (entry.french,)
    for french, translation in zip(sources, entry.translations, strict=True):
        if _places(french) != _places(translation):
            yield f"pas les mêmes accolades : {french!r} → {translation!r}"
        if french[-1].isspace() != translation[-1].isspace():
            yield f"pas le même espace à la fin : {french!r} → {translation!r}"


def _places(text: str) -> Counter[str]:
    return Counter(_PLACE.findall(text))


def _texts_of(source: str, name: str) -> Iterator[tuple[str, str]]:
    tree = ast.parse(source)
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    # In the order of the file: `walk` goes level by level.
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        called = _name(call.func)
        where = f"{name}:{call.lineno}"
        if called in _CALLED:
            yield from ((text, "") for text in _literals(call.args[0], constants, where))
        elif called == _COUNTED and _name(getattr(call.func, "value", call)) in _CALLED:
            one, many = (_literals(argument, constants, where) for argument in call.args[:2])
            yield next(one), next(many)


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def _literals(node: ast.expr, constants: dict[str, str], where: str) -> Iterator[str]:
    """Give the texts that an argument may be; a variable holds one that `later` marked elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if node.value:
            yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body, constants, where)
        yield from _literals(node.orelse, constants, where)
    elif isinstance(node, ast.Name) and node.id in constants:
        yield constants[node.id]
    elif isinstance(node, ast.JoinedStr | ast.BinOp) or _is_format(node):
        raise NotLiteral(f"{where} : ce texte ne peut pas être traduit ; le mettre en forme après")


def _is_format(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and _name(node.func) in {"format", "join"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
