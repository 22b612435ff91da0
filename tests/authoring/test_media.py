"""Pictures and charts: what is refused, what is drawn."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from tests.authoring.builders import DRAWING, GOOD_CASE, GOOD_NAME, TODAY, a_content_folder
from tressons_kit.authoring.chart_data import Chart, ChartShape
from tressons_kit.authoring.chart_style import ACCENT, INK, LINE, SOFT, number_in_french
from tressons_kit.authoring.charts import draw_chart
from tressons_kit.authoring.compiler import check


def a_picture(kind: str, side: int) -> bytes:
    stream = io.BytesIO()
    Image.new("1" if kind == "PNG" else "L", (side, side)).save(stream, kind)
    return stream.getvalue()


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path onclick="alert(1)"/>',
        "<foreignObject><p/></foreignObject>",
        '<image href="https://exemple.fr/x.png"/>',
        '<image xlink:href="file:///etc/passwd"/>',
        '<a href="javascript:alert(1)"><path/></a>',
        "<style>@import 'x.css';</style>",
        "<style>path { fill: url( 'https://exemple.fr' ) }</style>",
        '<path style="fill: url(https://exemple.fr/x)"/>',
        "<animate/>",
        "&rien;",
        "<path",
    ],
)
def test_a_dangerous_drawing_is_refused(inside: str, tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path, {"images/plan.svg": SVG.format(inside)})

    (problem,) = check(folder, TODAY)

    assert "images/plan.svg" in problem.message
    assert " ; " in problem.message


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + DRAWING,
        DRAWING.replace("svg", "html"),
        "",
        b"\x89PNG\r\n\x1a\n",
        DRAWING.encode("utf-16"),
    ],
)
def test_a_file_that_is_no_plain_drawing_is_refused(content: str | bytes, tmp_path: Path) -> None:
    assert check(a_content_folder(tmp_path, {"images/plan.svg": content}), TODAY)


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><path id="a"/></defs><use xlink:href="#a"/>',
        '<path style="fill: url(#a)"/>',
        "<style>path { fill: url( '#a' ) }</style>",
        '<image href="data:image/png;base64,AAAA"/>',
    ],
)
def test_a_plain_drawing_is_accepted(inside: str, tmp_path: Path) -> None:
    assert not check(a_content_folder(tmp_path, {"images/plan.svg": SVG.format(inside)}), TODAY)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("plan.png", a_picture("PNG", 40), ()),
        ("plan.jpg", a_picture("JPEG", 40), ()),
        ("plan.png", a_picture("PNG", 5001), ("5001 × 5001", "5000")),
        ("plan.jpeg", a_picture("JPEG", 5001), ("5001 × 5001", "5000")),
        ("plan.png", a_picture("JPEG", 40), ("format",)),
        ("plan.jpg", b"\xff\xd8\xff", ("format",)),
        ("plan.png", b"\x89PNG\r\n\x1a\n", ("format",)),
    ],
)
def test_photographs_are_what_their_name_says_and_not_too_large(
    name: str, content: bytes, words: tuple[str, ...], tmp_path: Path
) -> None:
    fiche = GOOD_CASE.replace("images/plan.svg", f"images/{name}")
    folder = a_content_folder(tmp_path, {f"images/{name}": content, GOOD_NAME: fiche})

    found = check(folder, TODAY)

    assert bool(found) is bool(words)
    assert all(word in found[0].message for word in words)


def test_a_heavy_picture_is_refused(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path, {"images/plan.svg": b" " * 2_100_000})

    (problem,) = check(folder, TODAY)

    assert "2,1 Mo" in problem.message


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "secret.svg"
    outside.write_text(DRAWING, encoding="utf-8")
    folder = a_content_folder(tmp_path / "contenu")
    (folder / "images/plan.svg").unlink()
    (folder / "images/plan.svg").symlink_to(outside)

    (problem,) = check(folder, TODAY)

    assert "hors du dossier" in problem.message


@pytest.mark.parametrize("shape", ChartShape)
@pytest.mark.parametrize(
    "values",
    [
        (("Espaces ruraux", 13.9), ("Espaces urbains et périurbains de la région entière", 10.5)),
        (("a", 0.0), ("b", 0.0)),
        (("a", -4.0), ("b", -2.0), ("c", -8.0)),
        tuple((f"mois {number}", number * 1e6) for number in range(12)),
        (("$x_1$ \\frac", 1.0), ("b", 1.0)),
    ],
)
def test_any_chart_is_drawn_in_our_colours_without_text(
    shape: ChartShape, values: tuple[tuple[str, float], ...]
) -> None:
    chart = Chart("Un titre assez long pour tenir sur deux lignes " * 2, shape, "%", 1, "x", values)

    svg = draw_chart(chart).decode()

    assert set(re.findall(r"#[0-9a-f]{6}\b", svg)) <= {INK, SOFT, LINE, ACCENT}
    assert 'width="640"' in svg
    assert "<text" not in svg
    assert "<!DOCTYPE" not in svg
    assert draw_chart(chart).decode() == svg


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (13.9, "%", "13,9\u00a0%"),
        (1417, "", "1\u202f417"),
        (42.5, "€", "42,50\u00a0€"),
        (15, "€", "15\u00a0€"),
        (-4.1, "%", "\u22124,1\u00a0%"),
        (0, "", "0"),
    ],
)
def test_values_are_written_in_french(value: float, unit: str, written: str) -> None:
    assert number_in_french(value, unit) == written
