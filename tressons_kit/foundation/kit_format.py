"""The tables, the index and the version of a kit: the treaty between authoring and library.

`docs/format-du-kit.md` says the same for people; a test holds the two together.
"""

FORMAT_VERSION = 1
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
    "vocabulary": "form TEXT PRIMARY KEY, spelling TEXT NOT NULL, fiches INTEGER NOT NULL",
}
"""Columns by table. `term.fiches` is a bitmap: bit n, lowest first, little-endian bytes, is set
when the fiche of id n has the term. Lists in a column (`other_names`, `authors`, `glossary.sources`,
`glossary.see`) are JSON. Dates are ISO. Fiche ids are 1, 2, 3… in the order of codes."""

WITHOUT_ROWID = frozenset({"synonym"})
"""Tables that are read by the beginning of their key alone."""

INDEXES: tuple[str, ...] = (
    "CREATE INDEX link_target ON link(target)",
    "CREATE INDEX fiche_term_term ON fiche_term(facet, term)",
)

FORM_COLUMNS = ("title", "names", "summary", "headings", "facets", "body", "sources")
"""Columns of the index that hold words as written, folded."""

VARIANT_COLUMNS = ("title_variants", "summary_variants", "body_variants")
"""Columns that hold stems and joined compounds: of title and names; of summary, headings and
facets; of body."""

TITLE_COLUMNS = ("title", "names", "title_variants")
"""Columns that are indexed a second time apart: the words of titles are asked for at each letter, and
a filter of columns on the whole index would read every position of every text."""

SEARCH_INDEXES: dict[str, tuple[str, ...]] = {
    "search": FORM_COLUMNS + VARIANT_COLUMNS,
    "search_title": TITLE_COLUMNS,
}
"""Columns by FTS5 table. Contentless: the text stays in `section`, the tokens come from
`foundation/french.py`. `rowid` is the id of the fiche."""


def create_search_index(name: str) -> str:
    """Return the statement that creates one of the indexes."""
    columns = ", ".join(SEARCH_INDEXES[name])
    return (
        f"CREATE VIRTUAL TABLE {name} USING fts5("
        f"{columns}, content='', tokenize='ascii', prefix='1 2 3')"
    )


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
    "fiche_count",
    "section_count",
    "source_count",
    "glossary_count",
    "medium_count",
    "word_count",
)
"""What `meta` holds; `content_digest` is the SHA-256 of the sources, `authors` is JSON."""
