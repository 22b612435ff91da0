"""The tables, the index and the version of a kit: the treaty between authoring and library.

`docs/format-du-kit.md` says the same for people; a test holds the two together.
"""

from tressons_kit.foundation.index_format import FIELDS

FORMAT_VERSION = 2
"""SQLite's `user_version`; a reader refuses a kit that is newer or older."""

APPLICATION_ID = 0x54524553
"""SQLite's `application_id`: « TRES »; a reader refuses a database without it."""

TABLES: dict[str, str] = {
    "meta": "key TEXT PRIMARY KEY, value TEXT NOT NULL",
    "facet": "id TEXT PRIMARY KEY, position INTEGER NOT NULL, label TEXT NOT NULL",
    "term": """
        facet TEXT NOT NULL REFERENCES facet(id),
        id TEXT NOT NULL,
        position INTEGER NOT NULL,
        label TEXT NOT NULL,
        plural TEXT NOT NULL,
        parent TEXT,
        fiches BLOB NOT NULL,
        PRIMARY KEY (facet, id)""",
    "fiche": """
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL,
        title TEXT NOT NULL,
        summary TEXT NOT NULL,
        place TEXT NOT NULL,
        other_names TEXT NOT NULL,
        started INTEGER,
        ended INTEGER,
        verified_on TEXT,
        review_before TEXT,
        authors TEXT NOT NULL,
        licence TEXT NOT NULL,
        title_order INTEGER NOT NULL""",
    "fiche_term": """
        fiche INTEGER NOT NULL REFERENCES fiche(id),
        facet TEXT NOT NULL,
        term TEXT NOT NULL,
        PRIMARY KEY (fiche, facet, term)""",
    "place": """
        fiche INTEGER NOT NULL REFERENCES fiche(id),
        position INTEGER NOT NULL,
        commune TEXT,
        insee TEXT,
        department TEXT,
        region TEXT,
        latitude REAL,
        longitude REAL,
        PRIMARY KEY (fiche, position)""",
    "section": """
        fiche INTEGER NOT NULL REFERENCES fiche(id),
        position INTEGER NOT NULL,
        slug TEXT NOT NULL,
        title TEXT NOT NULL,
        html TEXT NOT NULL,
        text TEXT NOT NULL,
        markdown TEXT NOT NULL,
        PRIMARY KEY (fiche, position)""",
    "figure": """
        fiche INTEGER NOT NULL REFERENCES fiche(id),
        position INTEGER NOT NULL,
        value TEXT NOT NULL,
        label TEXT NOT NULL,
        date TEXT,
        source INTEGER,
        PRIMARY KEY (fiche, position)""",
    "source": """
        fiche INTEGER NOT NULL REFERENCES fiche(id),
        number INTEGER NOT NULL,
        title TEXT NOT NULL,
        publisher TEXT,
        date TEXT,
        address TEXT,
        PRIMARY KEY (fiche, number)""",
    "link": """
        fiche INTEGER NOT NULL REFERENCES fiche(id),
        position INTEGER NOT NULL,
        target INTEGER NOT NULL REFERENCES fiche(id),
        reason TEXT NOT NULL,
        PRIMARY KEY (fiche, position)""",
    "medium": """
        name TEXT PRIMARY KEY,
        mime TEXT NOT NULL,
        data BLOB NOT NULL,
        alternative TEXT NOT NULL,
        credit TEXT NOT NULL""",
    "glossary": """
        id INTEGER PRIMARY KEY,
        term TEXT NOT NULL UNIQUE,
        acronym TEXT,
        definition TEXT NOT NULL,
        sources TEXT NOT NULL,
        see TEXT NOT NULL""",
    "glossary_form": """
        form TEXT NOT NULL,
        term INTEGER NOT NULL REFERENCES glossary(id),
        spelling TEXT NOT NULL,
        PRIMARY KEY (form, term)""",
    "synonym": """
        form TEXT NOT NULL,
        alternative TEXT NOT NULL,
        spelling TEXT NOT NULL,
        weight REAL NOT NULL,
        PRIMARY KEY (form, alternative)""",
    "vocabulary": """
        word INTEGER PRIMARY KEY,
        form TEXT NOT NULL UNIQUE,
        spelling TEXT NOT NULL,
        fiches INTEGER NOT NULL""",
    "family": """
        kind INTEGER NOT NULL,
        key TEXT NOT NULL,
        word INTEGER NOT NULL REFERENCES vocabulary(word),
        PRIMARY KEY (kind, key, word)""",
    "posting": """
        word INTEGER PRIMARY KEY REFERENCES vocabulary(word),
        fiches BLOB NOT NULL,
        weights BLOB NOT NULL""",
    "prefix": "prefix TEXT PRIMARY KEY, fiches BLOB NOT NULL, weights BLOB NOT NULL",
    "word_order": """
        fiche INTEGER PRIMARY KEY REFERENCES fiche(id),
        words BLOB NOT NULL,
        ends BLOB NOT NULL""",
}
"""Columns by table. `term.fiches` is a bitmap: bit n, lowest first, little-endian bytes, is set
when the fiche of id n has the term. Lists in a column (`other_names`, `authors`, `glossary.sources`,
`glossary.see`) are JSON. Dates are ISO. Fiche ids are 1, 2, 3… in the order of codes. The tables from
`vocabulary` on are the word index: see `index_format.py`."""

WITHOUT_ROWID = frozenset({"synonym", "family", "prefix"})
"""Tables that are read by the beginning of their key alone."""

INDEXES: tuple[str, ...] = (
    "CREATE INDEX link_target ON link(target)",
    "CREATE INDEX fiche_term_term ON fiche_term(facet, term)",
)

SEARCH_INDEX = "search"
"""The FTS5 table: whole phrases and words of one field. Contentless: the text stays in `section`, the
tokens come from `foundation/french.py`. Its columns are `index_format.FIELDS`; `rowid` is the id of the
fiche. What ranks is the word index."""


def create_search_index() -> str:
    """Return the statement that creates the FTS5 table."""
    columns = ", ".join(FIELDS)
    return f"CREATE VIRTUAL TABLE {SEARCH_INDEX} USING fts5({columns}, content='', tokenize='ascii')"


META_KEYS = (
    "title",
    "content_version",
    "content_date",
    "content_digest",
    "analyser_version",
    "program_version",
    "licence",
    "authors",
    "notice",
    "figures",
    "path",
    "news",
    "fiche_count",
    "section_count",
    "source_count",
    "glossary_count",
    "medium_count",
    "word_count",
)
"""What `meta` holds; `content_digest` is the SHA-256 of the sources; `authors`, `path` and `news` are
JSON. `figures`, `path` and `news` may be absent from older kits."""
