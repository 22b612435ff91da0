"""Put the lexicon of the French analyser in order: sorted lines, and the stems of its families.

To be run after a change of `tressons_kit/foundation/french_lexicon.txt`; a test tells when it was not.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tressons_kit.foundation.french_families import stems_of_family  # noqa: E402
from tressons_kit.foundation.french_letters import fold  # noqa: E402

LEXICON = ROOT / "tressons_kit/foundation/french_lexicon.txt"
SORTED = {"formes", "familles", "à part"}


def in_order(text: str) -> str:
    """Return the lexicon with the lines of each block sorted and the stems of its families written."""
    section = ""
    done: list[str] = []
    block: set[str] = set()
    for line in (*text.splitlines(), ""):
        if line and not line.startswith(("#", "[")) and section in SORTED:
            block.add(_family(line) if section == "familles" else line)
            continue
        done += sorted(block, key=lambda found: (fold(found.replace(" ", "0")), found))
        block.clear()
        done.append(line)
        if line.startswith("["):
            section = line.strip("[]")
    return "\n".join(done).rstrip("\n") + "\n"


def _family(line: str) -> str:
    members = line.partition(" :")[0]
    return f"{members} : {' '.join(stems_of_family(members.split(' / ')))}"


if __name__ == "__main__":
    LEXICON.write_text(in_order(LEXICON.read_text(encoding="utf-8")), encoding="utf-8")
