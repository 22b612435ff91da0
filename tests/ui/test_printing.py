"""Printing from the window: the pages shown, a PDF saved, a disk that refuses."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from tests.qt.printed import read
from tressons_kit.ui.main_window import MainWindow
from tressons_kit.ui.printing.dialog import PrintDialog

OpenDialog = Callable[[], PrintDialog]


@pytest.fixture
def open_dialog(window: MainWindow, qtbot: QtBot) -> Iterator[OpenDialog]:
    """Open a fiche, then the dialog with its key."""

    def open_it() -> PrintDialog:
        window.open_fiche("C01")
        qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        dialog = window.findChild(PrintDialog)
        assert isinstance(dialog, PrintDialog)
        qtbot.waitUntil(lambda: bool(dialog.count.text()))
        return dialog

    yield open_it
    for dialog in window.findChildren(PrintDialog):
        dialog.close()


def test_the_key_shows_the_pages_before_anything_is_printed(open_dialog: OpenDialog) -> None:
    dialog = open_dialog()

    assert dialog.preview.pageCount() == 2
    assert dialog.count.text() == "2 pages A4"
    assert dialog.print_button.isDefault()


def test_the_button_of_the_reader_does_the_same(window: MainWindow, qtbot: QtBot) -> None:
    window.open_fiche("C01")
    button = next(
        button
        for button in window.reader.findChildren(QToolButton)
        if "Ctrl+P" in button.accessibleName()
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert isinstance(window.findChild(PrintDialog), PrintDialog)


def test_without_a_fiche_the_window_says_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert window.findChild(PrintDialog) is None
    assert window.notice.isVisible()


def test_the_essential_makes_fewer_pages(open_dialog: OpenDialog, qtbot: QtBot) -> None:
    dialog = open_dialog()
    dialog.essential.setChecked(True)

    qtbot.waitUntil(lambda: dialog.count.text() == "1 page A4")
    assert dialog.preview.pageCount() == 1


def test_a_pdf_is_proposed_under_the_name_of_the_fiche(
    open_dialog: OpenDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    proposed: list[str] = []

    def answer(_parent: object, _title: str, path: str, _filter: str) -> tuple[str, str]:
        proposed.append(Path(path).name)
        return str(tmp_path / "Séance"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    dialog = open_dialog()
    qtbot.mouseClick(dialog.pdf_button, Qt.MouseButton.LeftButton)

    assert proposed == ["C01-railcoop-cooperative-ferroviaire.pdf"]
    assert "Railcoop" in read((tmp_path / "Séance.pdf").read_bytes()).text
    assert dialog.open_folder.isVisible()
    assert "Séance.pdf" in dialog.said.text()


def test_a_disk_that_refuses_is_told_and_the_dialog_stays(
    open_dialog: OpenDialog, tmp_path: Path
) -> None:
    dialog = open_dialog()
    (tmp_path / "dossier").write_text("un fichier à la place d’un dossier")

    assert not dialog.save_as(tmp_path / "dossier" / "fiche.pdf")
    assert dialog.isVisible()
    assert "Impossible d’écrire le fichier" in dialog.said.text()
    assert not dialog.open_folder.isVisible()


@pytest.mark.qt_log_ignore("QPainter::begin")  # Qt says it too
def test_a_printer_that_takes_no_page_is_told(open_dialog: OpenDialog, tmp_path: Path) -> None:
    dialog = open_dialog()
    dialog.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer.setOutputFileName(str(tmp_path / "absent" / "fiche.pdf"))

    assert not dialog.send()
    assert dialog.isVisible()
    assert "L’imprimante n’a pas pris les pages" in dialog.said.text()


def test_pages_sent_to_the_printer_close_the_dialog(open_dialog: OpenDialog, tmp_path: Path) -> None:
    dialog = open_dialog()
    dialog.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer.setOutputFileName(str(tmp_path / "imprimée.pdf"))

    assert dialog.send()
    assert not dialog.isVisible()
    assert "page 2 sur 2" in read((tmp_path / "imprimée.pdf").read_bytes()).text
