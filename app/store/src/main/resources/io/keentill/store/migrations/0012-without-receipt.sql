-- Goods that came back without the receipt of their sale, for cash: documents of their own with numbers of their own, since
-- there is no sale to name. One is stored whole when the cash is handed out, and never changes.
INSERT INTO counters (name, value) VALUES ('return', 0);
CREATE TABLE no_receipt_returns (
    seq          INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    number       INTEGER NOT NULL UNIQUE,
    reference    TEXT NOT NULL UNIQUE,
    currency     TEXT NOT NULL,
    rounding     INTEGER NOT NULL,
    reason       TEXT NOT NULL,
    operator     TEXT NOT NULL,
    approved_by  TEXT NOT NULL,
    at           INTEGER NOT NULL,
    -- The shift that the cash belongs to: the one that was open, or was opened next.
    shift        INTEGER NOT NULL
) STRICT;
CREATE INDEX no_receipt_returns_by_shift ON no_receipt_returns (shift, seq);
CREATE TABLE no_receipt_lines (
    return_id           TEXT NOT NULL REFERENCES no_receipt_returns (id),
    position            INTEGER NOT NULL,
    id                  TEXT NOT NULL,
    product_id          TEXT NOT NULL,
    revkeen_product_id  TEXT,
    sku                 TEXT NOT NULL,
    name                TEXT NOT NULL,
    unit_price          INTEGER NOT NULL CHECK (unit_price >= 0),
    -- What the catalogue said, where less was given.
    shelf_price         INTEGER,
    quantity            INTEGER NOT NULL CHECK (quantity > 0),
    tax_id              TEXT NOT NULL,
    tax_name            TEXT NOT NULL,
    tax_ppm             INTEGER NOT NULL,
    tax_inclusive       INTEGER NOT NULL,
    PRIMARY KEY (return_id, position),
    CHECK (shelf_price IS NULL OR unit_price < shelf_price)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER no_receipt_return_stays BEFORE UPDATE ON no_receipt_returns
BEGIN SELECT RAISE(ABORT, 'a return without a receipt never changes'); END;
CREATE TRIGGER no_receipt_return_is_kept BEFORE DELETE ON no_receipt_returns
BEGIN SELECT RAISE(ABORT, 'a return without a receipt is never removed'); END;
CREATE TRIGGER no_receipt_line_stays BEFORE UPDATE ON no_receipt_lines
BEGIN SELECT RAISE(ABORT, 'a return without a receipt never changes'); END;
CREATE TRIGGER no_receipt_line_is_kept BEFORE DELETE ON no_receipt_lines
BEGIN SELECT RAISE(ABORT, 'a return without a receipt is never removed'); END;
