"""What a drawing may not hold: a kit goes from hand to hand, and its pictures with it."""

import re
from xml.etree.ElementTree import Element, ParseError, fromstring

_SVG = "{http://www.w3.org/2000/svg}"
_REFUSED_TAGS = frozenset(
    "script foreignObject iframe embed object audio video set animate animateMotion animateTransform"
    " handler listener".split(" ")
)
_REFUSED_MARKS = (b"<!DOCTYPE", b"<!ENTITY", b"<?xml-stylesheet", b"\0")
_EMBEDDED = re.compile(r"\s*data:image/(?:png|jpeg);base64,", re.IGNORECASE)
_OUTSIDE = re.compile(r"url\(\s*+['\"]?+\s*+(?!#)|@import|expression\(|javascript:", re.IGNORECASE)


def svg_danger(data: bytes) -> str:
    """Say what makes a drawing refused and what to do; nothing when it is safe."""
    # Entities can swell a small file to gigabytes: refused before any parser sees them. A zero byte
    # is how they would hide in another encoding.
    if any(mark in data for mark in _REFUSED_MARKS):
        return "DOCTYPE, entité ou feuille de style externe ; enregistrer de nouveau en « SVG simple »"
    try:
        root = fromstring(data)  # noqa: S314 - no DOCTYPE, so no entity
    except (ParseError, ValueError, LookupError):
        return "SVG illisible ; l’enregistrer de nouveau depuis le logiciel de dessin"
    if root.tag not in {f"{_SVG}svg", "svg"}:
        return "ce n’est pas un SVG ; l’enregistrer de nouveau depuis le logiciel de dessin"
    danger = next(filter(None, map(_element_danger, root.iter())), "")
    return f"{danger} ; le retirer, ou enregistrer de nouveau en « SVG simple »" if danger else ""


def _element_danger(element: Element) -> str:
    tag = element.tag.rpartition("}")[2]
    if tag in _REFUSED_TAGS:
        return f"élément « {tag} » refusé dans un SVG"
    if tag == "style" and _OUTSIDE.search(element.text or ""):
        return "style qui appelle un autre fichier"
    dangers = (
        _attribute_danger(name.rpartition("}")[2], value) for name, value in element.attrib.items()
    )
    return next(filter(None, dangers), "")


def _attribute_danger(name: str, value: str) -> str:
    if name.lower().startswith("on"):
        return f"attribut « {name} » refusé dans un SVG"
    if name in {"href", "src"} and not (value.startswith("#") or _EMBEDDED.match(value)):
        return f"renvoi vers l’extérieur « {value[:40]} »"
    return f"attribut « {name} » qui appelle un autre fichier" if _OUTSIDE.search(value) else ""
