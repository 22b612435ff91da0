"""The rail of pages, on the left of the window."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from tressons_kit.foundation.texts import Texts
from tressons_kit.ui.appearance import Appearance
from tressons_kit.ui.look_voice import theme_words
from tressons_kit.ui.navigation import PageName
from tressons_kit.ui.theme import GAP, SMALL, SNUG, TIGHT, ThemeChoice

_WIDTH = 92


class Rail(QWidget):
    """Says which page was asked for, or which theme, or the settings, or the help."""

    page_requested = Signal(PageName)
    theme_chosen = Signal(ThemeChoice)
    settings_requested = Signal()
    help_requested = Signal()

    def __init__(self, appearance: Appearance, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons: list[tuple[QToolButton, str]] = []
        self._pages: dict[PageName, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SNUG, SNUG, SNUG, SNUG)
        column.setSpacing(TIGHT)
        for page, icon, label in (
            (PageName.HOME, "house", texts("Accueil")),
            (PageName.LIBRARY, "library", texts("Bibliothèque")),
            (PageName.GLOSSARY, "book-a", texts("Glossaire")),
        ):
            button = self._button(icon, label)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, page=page: self.page_requested.emit(page))
            self._pages[page] = button
            column.addWidget(button)
        column.addStretch(1)
        theme = self._button("sun-moon", texts("Thème"))
        theme.setMenu(self._theme_menu(texts))
        theme.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        column.addWidget(theme)
        settings = self._button("settings", texts("Réglages"))
        settings.clicked.connect(self.settings_requested)
        column.addWidget(settings)
        help_button = self._button("circle-help", texts("Aide"))
        help_button.clicked.connect(self.help_requested)
        column.addWidget(help_button)
        appearance.changed.connect(self._redraw)
        self._redraw()

    def show_page(self, page: PageName) -> None:
        """Mark the page on show."""
        # Not an exclusive group: the Tab key would skip all its buttons but one.
        for name, button in self._pages.items():
            button.setChecked(name is page)
        self._redraw()

    def _button(self, icon: str, label: str) -> QToolButton:
        button = QToolButton()
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setText(label)
        button.setAccessibleName(label)
        button.setToolTip(label)
        self._icons.append((button, icon))
        return button

    def _theme_menu(self, texts: Texts) -> QMenu:
        menu = QMenu(self)
        choices = QActionGroup(menu)
        self._themes: dict[ThemeChoice, QAction] = {}
        for choice, label in theme_words(texts).items():
            action = menu.addAction(label)
            action.setCheckable(True)
            action.setChecked(choice is self._appearance.choice)
            action.triggered.connect(lambda _=False, choice=choice: self.theme_chosen.emit(choice))
            choices.addAction(action)
            self._themes[choice] = action
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show names under the icons where there is room: large letters on a small screen have none."""
        look = self._appearance
        one = look.pixels(24) + look.line_height(SMALL, bold=True) + 2 * SNUG + TIGHT
        room = self.window().height() - 2 * SNUG
        styles = Qt.ToolButtonStyle
        named = len(self._icons) * (one + TIGHT) <= room
        style = styles.ToolButtonTextUnderIcon if named else styles.ToolButtonIconOnly
        width = look.pixels(24) + 2 * GAP
        if named:
            labels = (button.text() for button, _ in self._icons)
            widest = max(look.advance(label, SMALL, bold=True) for label in labels)
            width = max(_WIDTH, widest + 2 * SNUG)
        self.setFixedWidth(width + 2 * SNUG)
        for button, _ in self._icons:
            button.setToolButtonStyle(style)
            button.setFixedWidth(width)

    def _redraw(self) -> None:
        self._fit()
        self._themes[self._appearance.choice].setChecked(True)
        for button, icon in self._icons:
            button.setIconSize(QSize(self._appearance.pixels(24), self._appearance.pixels(24)))
            button.setIcon(self._appearance.icon(icon, "accent" if button.isChecked() else "soft_ink"))
