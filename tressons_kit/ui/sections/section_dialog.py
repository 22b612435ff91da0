"""A dialog of sections: their names in a list on the left, one of them on the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.announcement import announce
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.sections.section import Section
from tressons_kit.ui.theme import BODY, GAP, ICON, ROOMY, SNUG, TARGET, TIGHT

_WIDTH, _HEIGHT = 900, 640
_LONGEST_LINE = 640
_NARROW = 760
"""Pixels at 100 % under which the names do without their signs."""


class SectionDialog(QDialog):
    """Arrows choose a section, Tab goes into it, Échap closes."""

    def __init__(self, title: str, appearance: Appearance, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._appearance, self._window = appearance, parent
        self._icons: list[str] = []
        self.names = QListWidget()
        self.names.setProperty("role", "sections")
        self.names.setAccessibleName(texts("{}, rubriques").format(title))
        self.names.setTabKeyNavigation(False)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.currentRowChanged.connect(self._on_chosen)
        self._pages = QStackedWidget()
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setProperty("role", "soft")
        self.said.setWordWrap(True)
        # No default button: Entrée ends a name, it must not close everything.
        self.close_button = QPushButton(texts("Fermer"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        self._build()
        appearance.changed.connect(self._redraw)

    def _build(self) -> None:
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.names)
        row.addLayout(self._right, 1)

    def _add_foot(self) -> None:
        """Add what ends the dialog after the sections, so that Tab comes to it after them."""
        foot = QHBoxLayout()
        foot.setContentsMargins(ROOMY, SNUG, ROOMY, GAP)
        foot.setSpacing(GAP)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.close_button)
        self._right.addLayout(foot)

    def add_section(self, section: Section, icon: str, name: str = "") -> None:
        """Add a section under the others; its name in the list is its title, or a shorter one."""
        page = QWidget()
        page.setProperty("role", "page")
        section.setMaximumWidth(self._appearance.pixels(_LONGEST_LINE))
        column = QVBoxLayout(page)
        column.setContentsMargins(ROOMY, ROOMY, ROOMY, GAP)
        column.addWidget(section)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setProperty("role", "section")
        if section.is_only_read:
            area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            area.setAccessibleName(section.title)
        area.setWidget(page)
        self._pages.addWidget(area)
        section.said.connect(self._say)
        self._icons.append(icon)
        self.names.addItem(QListWidgetItem(name or section.title))

    def show_section(self, section: QWidget) -> None:
        """Show a section; the focus goes to its name."""
        pages = range(self._pages.count())
        row = next(page for page in pages if self._pages.widget(page).isAncestorOf(section))
        self.names.setCurrentRow(row)
        self.names.setFocus()

    def start(self, section: QWidget | None = None) -> None:
        """Open, at a section or at the first one."""
        self._add_foot()
        look, room = self._appearance, self._window.size()
        self.resize(
            min(look.pixels(_WIDTH), room.width() - ROOMY),
            min(look.pixels(_HEIGHT), room.height() - ROOMY),
        )
        self._redraw()
        self.show_section(section or self._pages.widget(0))
        self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.names.hasFocus():
            # Entrée on a name goes into its section, as Tab does.
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def _say(self, text: str) -> None:
        """Say at the foot what a section just did: there it is in sight, however far one scrolled."""
        self.said.setText(text)
        announce(self, text)

    def _on_chosen(self, row: int) -> None:
        self.said.clear()
        self._pages.setCurrentIndex(row)

    def _redraw(self) -> None:
        look = self._appearance
        signed = self.width() >= look.pixels(_NARROW)
        names = [self.names.item(row) for row in range(self.names.count())]
        for item, icon in zip(names, self._icons, strict=True):
            item.setIcon(look.icon(icon) if signed else QIcon())
            item.setSizeHint(QSize(0, look.pixels(TARGET + TIGHT)))
        side = look.pixels(ICON) if signed else 0
        self.names.setIconSize(QSize(side, side))
        widest = max((look.advance(item.text(), BODY, bold=True) for item in names), default=0)
        self.names.setFixedWidth(widest + (side + SNUG if signed else 0) + 2 * GAP + 2 * SNUG + TIGHT)
        for page in range(self._pages.count()):
            for section in self._pages.widget(page).findChildren(Section):
                section.setMaximumWidth(look.pixels(_LONGEST_LINE))
