"""The window: words and pixels. Pages do not know each other; `main_window.py` joins them."""
