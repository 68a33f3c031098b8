-- Money given back: documents of their own that name the sale, which may be one of another till.
CREATE TABLE refunds (
    seq              INTEGER PRIMARY KEY,
    id               TEXT NOT NULL UNIQUE,
    reference        TEXT NOT NULL UNIQUE,
    order_id         TEXT NOT NULL,
    order_reference  TEXT NOT NULL,
    order_receipt    INTEGER,
    state            TEXT NOT NULL CHECK (state IN ('OPEN', 'CLOSED', 'ABANDONED')),
    currency         TEXT NOT NULL,
    tax              INTEGER NOT NULL,
    reason           TEXT NOT NULL,
    operator         TEXT NOT NULL,
    invoice_id       TEXT,
    opened_at        INTEGER NOT NULL,
    number           INTEGER UNIQUE,
    closed_at        INTEGER
) STRICT;
CREATE INDEX refunds_by_order ON refunds (order_id, seq);
CREATE INDEX open_refunds ON refunds (seq) WHERE state = 'OPEN';

CREATE TABLE refund_lines (
    refund_id  TEXT NOT NULL REFERENCES refunds (id),
    position   INTEGER NOT NULL,
    line_id    TEXT NOT NULL,
    name       TEXT NOT NULL,
    quantity   INTEGER NOT NULL CHECK (quantity > 0),
    amount     INTEGER NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (refund_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE refund_parts (
    id                   TEXT PRIMARY KEY,
    refund_id            TEXT NOT NULL REFERENCES refunds (id),
    position             INTEGER NOT NULL,
    type                 TEXT NOT NULL,
    amount               INTEGER NOT NULL CHECK (amount > 0),
    rounding             INTEGER NOT NULL,
    original_attempt_id  TEXT REFERENCES attempts (id),
    -- One attempt gives one part back.
    attempt_id           TEXT UNIQUE REFERENCES attempts (id) DEFERRABLE INITIALLY DEFERRED,
    state                TEXT NOT NULL CHECK (state IN ('PLANNED', 'RETURNED', 'GIVEN_UP')),
    returned_at          INTEGER,
    UNIQUE (refund_id, position)
) STRICT;

INSERT INTO counters (name, value) VALUES ('refund', 0);
CREATE INDEX attempts_by_original ON attempts (original_id) WHERE original_id IS NOT NULL;

-- What managers decided about payments that no terminal could answer for, and what the terminal said later.
CREATE TABLE decisions (
    attempt_id  TEXT PRIMARY KEY REFERENCES attempts (id),
    kind        TEXT NOT NULL,
    text        TEXT NOT NULL,
    approved    INTEGER,
    auth_code   TEXT,
    manager     TEXT NOT NULL,
    at          INTEGER NOT NULL,
    word        TEXT NOT NULL CHECK (word IN ('AWAITED', 'AGREES', 'CONTRADICTS')),
    said        TEXT
) STRICT;
CREATE INDEX awaited_decisions ON decisions (at, attempt_id) WHERE word = 'AWAITED';

-- What somebody has to look at.
CREATE TABLE tasks (
    seq        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    kind       TEXT NOT NULL,
    subject    TEXT NOT NULL,
    text       TEXT NOT NULL,
    opened_at  INTEGER NOT NULL,
    closed_at  INTEGER,
    closed_by  TEXT,
    note       TEXT
) STRICT;
CREATE INDEX open_tasks ON tasks (seq) WHERE closed_at IS NULL;

-- Money held on cards is looked for among few.
CREATE INDEX pre_authorisations ON attempts (seq) WHERE kind = 'PRE_AUTHORISATION';
