"""The program: with no argument the window, otherwise the command line."""

import sys

from tressons_kit.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
