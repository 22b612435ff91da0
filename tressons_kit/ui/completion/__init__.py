"""What is proposed under the search field: lines, the list that shows them, the keys that choose."""
