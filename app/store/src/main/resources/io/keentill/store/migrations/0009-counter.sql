-- Payments by a link that the customer opens: what was asked of RevKeen, byte for byte under its key, and the session that
-- came of it. The page's address is not kept: it is read again from RevKeen.
CREATE TABLE pay_links (
    attempt_id       TEXT PRIMARY KEY REFERENCES attempts (id) DEFERRABLE INITIALLY DEFERRED,
    path             TEXT NOT NULL,
    body             TEXT NOT NULL,
    idempotency_key  TEXT NOT NULL UNIQUE,
    session_id       TEXT UNIQUE,
    -- Somebody wants it to end.
    end_wanted       INTEGER NOT NULL DEFAULT 0,
    -- How often it was looked at after its end: a customer may have paid at the last moment.
    late_looks       INTEGER NOT NULL DEFAULT 0,
    watched          INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX watched_pay_links ON pay_links (attempt_id) WHERE watched = 1;

-- Receipts that go to a customer by e-mail, one row for each that was asked for.
CREATE TABLE receipt_mails (
    seq       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    order_id  TEXT NOT NULL REFERENCES orders (id),
    address   TEXT NOT NULL,
    subject   TEXT NOT NULL,
    body      TEXT NOT NULL,
    operator  TEXT NOT NULL,
    at        INTEGER NOT NULL
) STRICT;
CREATE INDEX receipt_mails_by_order ON receipt_mails (order_id, seq);

-- Who has left: their name stays on what they did, their PIN is worth nothing.
ALTER TABLE staff ADD COLUMN left_at INTEGER;
