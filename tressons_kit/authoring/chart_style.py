"""The colours, sizes and figures of charts."""

INK, SOFT, LINE, ACCENT = "#1f2a24", "#55625b", "#e4dfd3", "#2f6b4f"
"""The only colours of charts, as the SVG writes them: ink, soft ink, line, accent. Readers put those
of their theme in place: `docs/format-du-kit.md`."""

TITLE_SIZE, TEXT_SIZE = 15, 13


def number_in_french(value: float, unit: str) -> str:
    """Write a value as people read it: `13,9 %`, `1 417`, `42,50 €`."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    if unit.startswith("€") and "." in text and len(text.rpartition(".")[2]) == 1:
        text += "0"
    text = text.replace(",", "\u202f").replace(".", ",").replace("-", "\u2212")
    return f"{text}\u00a0{unit}" if unit else text
