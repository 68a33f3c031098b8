-- Amounts are minor units, instants nanoseconds since 1970, rates parts per million, flags 0 or 1.

CREATE TABLE orders (
    id              TEXT PRIMARY KEY,
    reference       TEXT NOT NULL UNIQUE,
    state           TEXT NOT NULL,
    currency        TEXT NOT NULL,
    discount_kind   TEXT,
    discount_label  TEXT,
    discount_value  INTEGER,
    operator        TEXT NOT NULL,
    opened_at       INTEGER NOT NULL,
    parked_as       TEXT,
    receipt_number  INTEGER UNIQUE,
    closed_at       INTEGER
) STRICT;
CREATE INDEX orders_by_state ON orders (state, opened_at, id);
CREATE INDEX orders_by_age ON orders (opened_at, id);

-- Names, prices and rates are copies: a later change of the catalogue never alters a sale.
CREATE TABLE order_lines (
    order_id            TEXT NOT NULL REFERENCES orders (id),
    position            INTEGER NOT NULL,
    id                  TEXT NOT NULL UNIQUE,
    product_id          TEXT,
    revkeen_product_id  TEXT,
    sku                 TEXT NOT NULL,
    name                TEXT NOT NULL,
    unit_price          INTEGER NOT NULL CHECK (unit_price >= 0),
    quantity            INTEGER NOT NULL CHECK (quantity > 0),
    tax_id              TEXT NOT NULL,
    tax_name            TEXT NOT NULL,
    tax_ppm             INTEGER NOT NULL,
    tax_inclusive       INTEGER NOT NULL,
    discount_kind       TEXT,
    discount_label      TEXT,
    discount_value      INTEGER,
    PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempts (
    id                  TEXT PRIMARY KEY,
    reference           TEXT NOT NULL UNIQUE,
    order_id            TEXT REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
    kind                TEXT NOT NULL,
    currency            TEXT NOT NULL,
    amount              INTEGER NOT NULL,
    terminal            TEXT NOT NULL,
    operator            TEXT NOT NULL,
    original_id         TEXT,
    state               TEXT NOT NULL,
    approved            INTEGER,
    scheme              TEXT,
    last_four           TEXT CHECK (length(last_four) = 4),
    entry_mode          TEXT NOT NULL,
    auth_code           TEXT,
    rrn                 TEXT,
    uti                 TEXT,
    response_code       TEXT,
    terminal_id         TEXT,
    trace_number        TEXT,
    terminal_receipt    TEXT,
    application_id      TEXT,
    card_name           TEXT,
    message             TEXT,
    recovery_hint       TEXT,
    created_at          INTEGER NOT NULL,
    sent_at             INTEGER,
    resolved_at         INTEGER
) STRICT;
-- A terminal does one thing at a time, and nothing new while the last outcome is unknown.
CREATE UNIQUE INDEX one_open_attempt_per_terminal ON attempts (terminal)
    WHERE state IN ('INTENDED', 'SENT', 'UNKNOWN');
CREATE INDEX attempts_by_order ON attempts (order_id, created_at, id);
CREATE INDEX attempts_by_age ON attempts (created_at, id);

CREATE TABLE tenders (
    id          TEXT PRIMARY KEY,
    order_id    TEXT NOT NULL REFERENCES orders (id),
    position    INTEGER NOT NULL,
    type        TEXT NOT NULL,
    applied     INTEGER NOT NULL,
    tendered    INTEGER NOT NULL,
    change      INTEGER NOT NULL,
    rounding    INTEGER NOT NULL,
    -- One payment pays once.
    attempt_id  TEXT UNIQUE REFERENCES attempts (id) DEFERRABLE INITIALLY DEFERRED,
    taken_at    INTEGER NOT NULL,
    UNIQUE (order_id, position)
) STRICT;

CREATE TABLE tax_rates (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    ppm        INTEGER NOT NULL,
    inclusive  INTEGER NOT NULL
) STRICT;

CREATE TABLE products (
    seq         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    sku         TEXT NOT NULL UNIQUE,
    sku_code    TEXT NOT NULL,
    name        TEXT NOT NULL,
    words       TEXT NOT NULL,
    currency    TEXT NOT NULL,
    price       INTEGER NOT NULL CHECK (price >= 0),
    tax_id      TEXT NOT NULL REFERENCES tax_rates (id),
    category    TEXT NOT NULL,
    revkeen_id  TEXT,
    favourite   INTEGER NOT NULL,
    active      INTEGER NOT NULL
) STRICT;
CREATE INDEX products_by_sku_code ON products (sku_code);
CREATE INDEX products_by_words ON products (words, id) WHERE active = 1;
CREATE INDEX products_by_category ON products (category, words, id) WHERE active = 1;
CREATE INDEX favourite_products ON products (words, id) WHERE active = 1 AND favourite = 1;

CREATE TABLE product_codes (
    code         TEXT PRIMARY KEY,
    product_seq  INTEGER NOT NULL REFERENCES products (seq),
    position     INTEGER NOT NULL
) STRICT;
CREATE INDEX codes_by_product ON product_codes (product_seq, position);

-- Both indexes hold the products on sale alone; their rowid is products.seq and their text is folded before it comes here.
CREATE VIRTUAL TABLE product_words USING fts5 (
    name, codes, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE VIRTUAL TABLE product_code_parts USING fts5 (
    codes, content = '', contentless_delete = 1, tokenize = 'trigram'
);

CREATE TABLE settings (
    key    TEXT PRIMARY KEY,
    value  TEXT NOT NULL
) STRICT;

CREATE TABLE staff (
    id            TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    role          TEXT NOT NULL,
    pin_hash      TEXT NOT NULL,
    failed_tries  INTEGER NOT NULL,
    locked_until  INTEGER
) STRICT;

CREATE TABLE shop (
    only           INTEGER PRIMARY KEY CHECK (only = 1),
    name           TEXT NOT NULL,
    tax_number     TEXT NOT NULL,
    currency       TEXT NOT NULL,
    cash_rounding  INTEGER NOT NULL
) STRICT;

CREATE TABLE shop_texts (
    part      TEXT NOT NULL,
    position  INTEGER NOT NULL,
    text      TEXT NOT NULL,
    PRIMARY KEY (part, position)
) STRICT, WITHOUT ROWID;

-- Numbers that must have no gaps, so they are counted inside the transaction that uses them.
CREATE TABLE counters (
    name   TEXT PRIMARY KEY,
    value  INTEGER NOT NULL
) STRICT;
INSERT INTO counters (name, value) VALUES ('receipt', 0);

CREATE TABLE outbox (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    sale_id          TEXT NOT NULL,
    step             INTEGER NOT NULL,
    kind             TEXT NOT NULL,
    ref              TEXT NOT NULL,
    state            TEXT NOT NULL CHECK (state IN ('WAITING', 'DONE', 'TASK')),
    method           TEXT,
    path             TEXT,
    body             BLOB,
    idempotency_key  TEXT,
    first_sent_at    INTEGER,
    attempts         INTEGER NOT NULL,
    created_at       INTEGER NOT NULL,
    not_before       INTEGER NOT NULL,
    last_status      INTEGER,
    last_answer      TEXT,
    remote_id        TEXT,
    problem          TEXT,
    UNIQUE (sale_id, step)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (id) WHERE state = 'WAITING';
CREATE INDEX outbox_tasks ON outbox (id) WHERE state = 'TASK';

CREATE TABLE journal (
    seq       INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    type      TEXT NOT NULL,
    actor     TEXT NOT NULL,
    subject   TEXT NOT NULL,
    detail    TEXT NOT NULL CHECK (json_valid(detail)),
    previous  TEXT NOT NULL,
    hash      TEXT NOT NULL
) STRICT;

-- Where the journal ends, so that a missing tail is noticed.
CREATE TABLE journal_head (
    only  INTEGER PRIMARY KEY CHECK (only = 1),
    seq   INTEGER NOT NULL,
    hash  TEXT NOT NULL
) STRICT;
INSERT INTO journal_head (only, seq, hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TRIGGER journal_only_grows BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT seq + 1 FROM journal_head)
BEGIN SELECT RAISE(ABORT, 'the journal only grows at its end'); END;
CREATE TRIGGER journal_keeps_its_words BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'a journal entry never changes'); END;
CREATE TRIGGER journal_keeps_its_entries BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'a journal entry is never removed'); END;
