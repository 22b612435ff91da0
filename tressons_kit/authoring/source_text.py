"""Reading a text file that a person wrote with any editor, on any system."""

from pathlib import Path

from tressons_kit.authoring.findings import Findings

LARGEST = 2_000_000
"""In bytes: no fiche comes near; a file that does is something else under a wrong name."""


def read_source(path: Path, findings: Findings) -> str | None:
    """Return the text of a file with plain line ends, or None after saying why it has none.

    A byte order mark and Windows line ends are accepted in silence.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        findings.error(1, f"fichier illisible ({error.strerror}) : vérifier ses droits d’accès")
        return None
    if len(data) > LARGEST:
        findings.error(
            1, "fichier de plus de 2 Mo : ce n’est pas une fiche, ou la partager en plusieurs"
        )
        return None
    text = _decode(data, findings)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_signs(text, findings)
    return text


def _decode(data: bytes, findings: Findings) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        findings.error(
            line,
            f"fichier qui n’est pas en UTF-8 ({_guess(data)}) : l’enregistrer de nouveau en choisissant"
            " l’encodage UTF-8",
        )
        return None


def _guess(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "sans doute de l’UTF-16"
    return "sans doute du Latin-1 ou du Windows-1252"


def _refuse_signs(text: str, findings: Findings) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if "\t" in line:
            findings.error(number, "tabulation : la remplacer par des espaces")
        if not line.replace("\t", "").isprintable() and _has_control(line):
            findings.error(number, "caractère de contrôle invisible : effacer la ligne et la retaper")


def _has_control(line: str) -> bool:
    return any((ord(sign) < ord(" ") and sign != "\t") or sign == "\x7f" for sign in line)
