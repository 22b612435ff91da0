"""The screens that pictures are taken on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Screen:
    """A size in the pixels of the screen, and how many of them make one of Qt's."""

    width: int
    height: int
    ratio: float = 1.0

    @property
    def name(self) -> str:
        """Return the name of its folder."""
        percent = f"-{round(self.ratio * 100)}" if self.ratio > 1 else ""
        return f"{self.width}x{self.height}{percent}"

    @property
    def logical(self) -> tuple[int, int]:
        """Return the size that Qt knows."""
        return round(self.width / self.ratio), round(self.height / self.ratio)


SCREENS = {
    screen.name: screen for screen in (Screen(1024, 600), Screen(1366, 768), Screen(1920, 1080, 1.5))
}
