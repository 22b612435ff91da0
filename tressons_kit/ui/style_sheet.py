"""The only style sheet of the window, made from a palette and a text size."""

from tressons_kit.ui.theme import (
    BODY,
    DISPLAY,
    HEADING,
    ICON,
    RADIUS,
    READING,
    SMALL,
    SNUG,
    TARGET,
    TIGHT,
    TITLE,
    WIDE,
    Palette,
    pixels,
)


def style_sheet(palette: Palette, scale: float) -> str:
    """Write the style sheet; roles of widgets are set with the dynamic property `role`."""
    small, body, heading, title, display = (
        pixels(size, scale) for size in (SMALL, BODY, HEADING, TITLE, DISPLAY)
    )
    target = pixels(TARGET, scale)
    p = palette
    return f"""
QWidget {{ font-size: {body}px; }}
QMainWindow, QWidget[role="page"] {{ background: {p.paper}; }}
QLabel {{ background: transparent; color: {p.ink}; }}
QLabel[role="display"] {{ font-size: {display}px; font-weight: 700; }}
QLabel[role="title"] {{ font-size: {title}px; font-weight: 700; }}
QLabel[role="heading"] {{ font-size: {heading}px; font-weight: 700; }}
QLabel[role="reading"] {{ font-size: {pixels(READING, scale)}px; font-weight: 700; }}
QLabel[role="value"] {{ font-size: {title}px; font-weight: 700; color: {p.accent}; }}
QLabel[role="soft"] {{ color: {p.soft_ink}; }}
QLabel[role="small"] {{ color: {p.soft_ink}; font-size: {small}px; }}
QLabel[role="strong"] {{ color: {p.ink}; font-size: {small}px; font-weight: 700; }}
QToolTip {{
    background: {p.surface}; color: {p.ink}; border: 1px solid {p.outline}; padding: {TIGHT}px;
}}

QLineEdit {{
    background: {p.surface}; color: {p.ink}; border: 1px solid {p.outline};
    border-radius: {RADIUS}px; padding: 0 {SNUG}px; placeholder-text-color: {p.soft_ink};
    selection-background-color: {p.accent}; selection-color: {p.on_accent};
}}
QPushButton, QToolButton, QLineEdit {{ icon-size: {pixels(ICON, scale)}px; }}
QLineEdit QToolButton {{ background: transparent; border: none; padding: 0; min-height: 0; }}
QLineEdit:focus {{ border: 2px solid {p.focus}; padding: 0 {SNUG - 1}px; }}

QPushButton, QToolButton {{
    outline: none; background: {p.surface}; color: {p.ink}; border: 1px solid {p.line};
    border-radius: {RADIUS}px; padding: {TIGHT}px {SNUG}px; min-height: {target - 10}px;
}}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton:hover, QToolButton:hover {{ background: {p.hover}; }}
QPushButton:checked, QToolButton:checked {{
    background: {p.accent_tint}; color: {p.accent}; border-color: {p.accent};
}}
QPushButton:pressed, QToolButton:pressed {{ background: {p.accent_tint}; border-color: {p.outline}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {p.focus}; }}
QPushButton[role="primary"] {{
    background: {p.accent}; color: {p.on_accent}; border-color: {p.accent}; font-weight: 700;
    padding: {TIGHT}px {WIDE}px;
}}
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {{
    background: {p.ink}; border-color: {p.ink};
}}
QPushButton[role="primary"]:focus {{ border: 2px solid {p.focus}; }}
QPushButton[role="primary"]:disabled {{ background: {p.hover}; border-color: {p.line}; }}
QToolButton[role="quiet"], QPushButton[role="quiet"] {{
    background: transparent; border: 2px solid transparent;
}}
QToolButton[role="quiet"]:hover, QPushButton[role="quiet"]:hover {{ background: {p.hover}; }}
QToolButton[role="quiet"]:pressed, QPushButton[role="quiet"]:pressed {{
    background: {p.accent_tint};
}}
QToolButton[role="quiet"]:checked, QPushButton[role="quiet"]:checked {{
    background: {p.accent_tint}; color: {p.accent};
}}
QToolButton[role="quiet"]:focus, QPushButton[role="quiet"]:focus {{ border: 2px solid {p.focus}; }}
QToolButton[role="segment"] {{
    background: {p.surface}; border: 1px solid {p.outline}; border-radius: 0; padding: 2px {SNUG}px;
}}
QToolButton[role="segment"]:hover {{ background: {p.hover}; }}
QToolButton[role="segment"]:checked {{
    background: {p.accent}; color: {p.on_accent}; border-color: {p.accent}; font-weight: 700;
}}
QToolButton[role="segment"]:focus {{ border: 2px solid {p.focus}; padding: 1px {SNUG - 1}px; }}
QPushButton[role="link"] {{
    background: transparent; border: 2px solid transparent; color: {p.accent};
    text-align: left; padding: {TIGHT}px;
}}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border: 2px solid {p.focus}; }}
QPushButton[role="part"] {{
    background: transparent; border: 2px solid transparent; color: {p.accent}; padding: 0 {TIGHT}px;
}}
QPushButton[role="part"]:hover {{ text-decoration: underline; }}
QPushButton[role="part"]:focus {{ border: 2px solid {p.focus}; }}
QPushButton[role="inline"] {{
    background: transparent; border: 2px solid transparent; border-radius: {TIGHT}px;
    color: {p.accent}; font-size: {small}px; text-decoration: underline;
    padding: 0; min-height: {target - 8}px;
}}
QWidget[role="suggestions"] QPushButton[role="inline"] {{ font-size: {body}px; }}
QPushButton[role="inline"]:hover {{ background: {p.accent_tint}; }}
QPushButton[role="inline"]:focus {{ border: 2px solid {p.focus}; }}
QPushButton[role="offer"] {{
    background: transparent; color: {p.accent}; border: 1px solid {p.outline};
    border-radius: {target // 2 - 2}px; padding: 0 {SNUG}px; min-height: {target - 6}px;
}}
QPushButton[role="offer"]:hover {{ background: {p.accent_tint}; }}
QPushButton[role="offer"]:focus {{ border: 2px solid {p.focus}; }}
QPushButton[role="chip"] {{
    background: {p.accent_tint}; color: {p.ink}; border: 1px solid {p.accent};
    border-radius: {target // 2 - 2}px; padding: 0 {SNUG}px; min-height: {target - 6}px;
}}
QPushButton[role="chip"]:hover {{ background: {p.hover}; }}
QPushButton[role="chip"]:focus {{ border: 2px solid {p.focus}; }}
QPushButton[role="tile"] {{
    background: {p.surface}; border: 1px solid {p.line}; border-radius: {RADIUS}px; padding: 0;
}}
QPushButton[role="tile"]:hover {{ background: {p.hover}; border-color: {p.outline}; }}
QPushButton[role="tile"]:focus {{ border: 2px solid {p.focus}; }}
QPushButton[role="tile"]:pressed {{ background: {p.accent_tint}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {p.disabled}; }}
QLineEdit:disabled {{ color: {p.disabled}; background: {p.paper}; border-color: {p.line}; }}
QMenu {{ background: {p.surface}; color: {p.ink}; border: 1px solid {p.outline}; padding: {TIGHT}px; }}
QMenu::item {{ padding: {SNUG}px {WIDE}px; border-radius: {TIGHT}px; }}
QMenu::item:selected {{ background: {p.accent_tint}; color: {p.ink}; }}

QWidget[role="rail"] {{ background: {p.surface}; border-right: 1px solid {p.line}; }}
QWidget[role="rail"] QToolButton {{
    background: transparent; border: 2px solid transparent; font-size: {small}px;
    color: {p.soft_ink}; padding: {SNUG}px {TIGHT}px;
}}
QWidget[role="rail"] QToolButton:hover {{ background: {p.hover}; }}
QWidget[role="rail"] QToolButton:pressed {{ background: {p.accent_tint}; }}
QWidget[role="rail"] QToolButton:checked {{
    background: {p.accent_tint}; color: {p.accent}; font-weight: 700;
}}
QWidget[role="rail"] QToolButton:focus {{ border: 2px solid {p.focus}; }}
QWidget[role="bar"] {{ background: {p.paper}; border-bottom: 1px solid {p.line}; }}

QListView, QTableView, QTextBrowser, QScrollArea {{
    background: {p.paper}; color: {p.ink}; border: none; outline: none;
}}
QListView, QTableView, QTextBrowser, QGraphicsView {{ border: 2px solid transparent; }}
QListView:focus, QTableView:focus, QTextBrowser:focus, QGraphicsView:focus {{
    border: 2px solid {p.focus};
}}
QScrollArea[role="told"] {{ border: 2px solid transparent; }}
QScrollArea[role="told"]:focus {{ border: 2px solid {p.focus}; }}
QTableView[role="map"], QTableView[role="map"]:focus {{ background: {p.paper}; border: none; }}
QFrame[role="figure"] {{ background: {p.accent_tint}; border-radius: {RADIUS}px; }}
QTableView[role="reasons"] {{ background: {p.surface}; border: 1px solid {p.line}; }}
QTableView[role="reasons"]:focus {{ border: 2px solid {p.focus}; }}
QTableView[role="reasons"]::item {{ padding: {TIGHT}px {SNUG}px; }}
QTableView[role="reasons"]::item:selected {{ background: {p.accent_tint}; color: {p.ink}; }}
QHeaderView::section {{
    background: {p.surface}; color: {p.soft_ink}; font-weight: 700;
    border: none; border-bottom: 1px solid {p.line}; padding: {TIGHT}px {SNUG + 3}px;
}}
QWidget[role="reader"], QWidget[role="reader"] QTextBrowser, QWidget[role="reader"] QListView {{
    background: {p.surface};
}}
QWidget[role="reader"] QListView {{ color: {p.soft_ink}; border-left: 1px solid {p.line}; }}
QWidget[role="reader"] QListView::item {{ padding: {TIGHT}px {SNUG}px; }}
QWidget[role="reader"] QListView::item:hover {{ background: {p.hover}; color: {p.ink}; }}
QWidget[role="reader"] QListView::item:selected {{ background: {p.accent_tint}; color: {p.ink}; }}
QSplitter::handle:horizontal {{
    width: 4px; background: {p.paper}; border-left: 1px solid {p.line};
}}
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {p.outline}; border-radius: 3px; min-height: 40px; margin: 4px;
}}
QScrollBar::handle:vertical:hover {{ background: {p.soft_ink}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QFrame[role="popup"] {{
    background: {p.surface}; border: 1px solid {p.outline}; border-radius: {RADIUS}px;
}}
QFrame[role="popup"]:focus {{ border: 2px solid {p.focus}; }}
QFrame[role="popup"] QListView {{ background: {p.surface}; border: none; }}
QDialog {{ background: {p.paper}; }}
QListView[role="choices"] {{
    background: {p.surface}; border: 1px solid {p.outline}; border-radius: {TIGHT}px; padding: 1px;
}}
QListView[role="choices"]:focus {{ border: 2px solid {p.focus}; padding: 0; }}
QListView[role="choices"]::item {{
    padding: 0 {SNUG}px; color: {p.ink}; min-height: {target}px;
}}
QListView[role="choices"]::item:hover {{ background: {p.hover}; }}
QListView[role="choices"]::item:selected {{ background: {p.accent_tint}; color: {p.ink}; }}
QListView[role="sections"] {{
    background: {p.surface}; border: none; border-right: 1px solid {p.line}; padding: {SNUG}px;
}}
QListView[role="sections"]::item {{
    color: {p.ink}; border: 2px solid transparent; border-radius: {RADIUS}px; padding: 0 {SNUG}px;
}}
QListView[role="sections"]::item:hover {{ background: {p.hover}; }}
QListView[role="sections"]::item:selected {{ background: {p.accent_tint}; color: {p.accent}; }}
QListView[role="sections"]:focus {{ border: none; border-right: 1px solid {p.line}; }}
QListView[role="sections"]::item:selected:focus {{ border: 2px solid {p.focus}; }}
QWidget[role="specimen"] {{
    background: {p.surface}; border: 1px solid {p.line}; border-radius: {RADIUS}px;
}}
QLabel[role="key"] {{
    background: {p.surface}; border: 1px solid {p.outline}; border-radius: {TIGHT}px;
    padding: 1px {TIGHT + 2}px; font-weight: 700; font-size: {small}px;
}}
QPlainTextEdit[role="document"] {{
    background: {p.surface}; color: {p.ink}; border: 1px solid {p.outline}; border-radius: {TIGHT}px;
    padding: {TIGHT}px; font-size: {small}px;
    selection-background-color: {p.accent}; selection-color: {p.on_accent};
}}
QPlainTextEdit[role="document"]:focus {{ border: 2px solid {p.focus}; padding: {TIGHT - 1}px; }}
QScrollArea[role="section"] {{ border: 2px solid transparent; }}
QScrollArea[role="section"]:focus {{ border: 2px solid {p.focus}; }}
QSlider {{ min-height: {target}px; }}
QSlider::groove:horizontal {{ height: 6px; border-radius: 3px; background: {p.outline}; }}
QSlider::sub-page:horizontal {{ height: 6px; border-radius: 3px; background: {p.accent}; }}
QSlider::handle:horizontal {{
    width: {target - 12}px; margin: -{(target - 14) // 2}px 0; border-radius: {(target - 8) // 2}px;
    background: {p.surface}; border: 2px solid {p.accent};
}}
QSlider::handle:horizontal:hover {{ background: {p.accent_tint}; }}
QSlider::handle:horizontal:focus {{ border: 4px solid {p.focus}; width: {target - 16}px; }}
QWidget[role="tray"] {{ background: {p.accent_tint}; border-top: 1px solid {p.accent}; }}
QPushButton[role="primary"]:disabled {{ color: {p.disabled}; }}
QWidget[role="tabs"] {{ background: {p.paper}; border-bottom: 1px solid {p.line}; }}
QTabBar::scroller {{ width: 0; }}
QToolButton[role="cross"] {{
    background: transparent; border: none; border-radius: {TIGHT}px; padding: 0; min-height: 0;
}}
QToolButton[role="cross"]:hover {{ background: {p.hover}; }}
QScrollBar:horizontal {{ background: transparent; height: 14px; margin: 0; }}
QScrollBar::handle:horizontal {{
    background: {p.outline}; border-radius: 3px; min-width: 40px; margin: 4px;
}}
QScrollBar::handle:horizontal:hover {{ background: {p.soft_ink}; }}
QWidget[role="find"] {{ background: {p.paper}; border-top: 1px solid {p.line}; }}
QWidget[role="path"] {{ background: {p.accent_tint}; border-top: 1px solid {p.line}; }}
QWidget[role="notice"] {{
    background: {p.warning_tint}; border-top: 1px solid {p.line};
}}
"""
