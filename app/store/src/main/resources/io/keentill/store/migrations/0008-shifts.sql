-- What belongs to which shift is a number, stamped on a row when it is stored: never a time. It is the number of the shift
-- that is open or will be opened next. Rows from before carry none and belong to no shift.
INSERT INTO counters (name, value) VALUES ('shift', 1), ('z', 0);
-- What the journal says from here on belongs to the shift as well.
INSERT INTO counters (name, value) SELECT 'shift_journal', seq FROM journal_head;

CREATE TABLE shifts (
    seq            INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    state          TEXT NOT NULL CHECK (state IN ('OPEN', 'CLOSED')),
    currency       TEXT NOT NULL,
    opening_float  INTEGER NOT NULL CHECK (opening_float >= 0),
    opened_by      TEXT NOT NULL,
    opened_at      INTEGER NOT NULL,
    z              INTEGER UNIQUE,
    closed_by      TEXT,
    closed_at      INTEGER,
    CHECK ((state = 'OPEN') = (z IS NULL))
) STRICT;
CREATE UNIQUE INDEX one_open_shift ON shifts (state) WHERE state = 'OPEN';
CREATE TRIGGER closed_shift_stays BEFORE UPDATE ON shifts WHEN OLD.state = 'CLOSED'
BEGIN SELECT RAISE(ABORT, 'a closed shift never changes'); END;

CREATE TABLE cash_movements (
    seq       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    shift     INTEGER NOT NULL REFERENCES shifts (seq),
    kind      TEXT NOT NULL CHECK (kind IN ('PAY_IN', 'PAY_OUT', 'DROP')),
    amount    INTEGER NOT NULL CHECK (amount > 0),
    reason    TEXT NOT NULL,
    operator  TEXT NOT NULL,
    at        INTEGER NOT NULL
) STRICT;
CREATE INDEX cash_movements_by_shift ON cash_movements (shift, seq);

-- Every count that was committed; the last one of a shift is the one that it is closed on.
CREATE TABLE drawer_counts (
    seq       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    shift     INTEGER NOT NULL REFERENCES shifts (seq),
    loose     INTEGER NOT NULL CHECK (loose >= 0),
    expected  INTEGER NOT NULL,
    moves     INTEGER NOT NULL,
    operator  TEXT NOT NULL,
    at        INTEGER NOT NULL
) STRICT;
CREATE INDEX drawer_counts_by_shift ON drawer_counts (shift, seq);
CREATE TABLE counted_pieces (
    count_seq  INTEGER NOT NULL REFERENCES drawer_counts (seq),
    value      INTEGER NOT NULL CHECK (value > 0),
    pieces     INTEGER NOT NULL CHECK (pieces >= 0),
    PRIMARY KEY (count_seq, value)
) STRICT, WITHOUT ROWID;

-- A Z report as it was made, chained to the one before it.
CREATE TABLE z_reports (
    number    INTEGER PRIMARY KEY,
    shift     INTEGER NOT NULL UNIQUE REFERENCES shifts (seq),
    at        INTEGER NOT NULL,
    data      TEXT NOT NULL CHECK (json_valid(data)),
    previous  TEXT NOT NULL,
    hash      TEXT NOT NULL
) STRICT;
CREATE TRIGGER z_report_stays BEFORE UPDATE ON z_reports
BEGIN SELECT RAISE(ABORT, 'a Z report never changes'); END;
CREATE TRIGGER z_report_is_kept BEFORE DELETE ON z_reports
BEGIN SELECT RAISE(ABORT, 'a Z report is never removed'); END;

-- Money belongs to the shift in which it moved: whoever stores a row that moves some, it is stamped with the row.
ALTER TABLE tenders ADD COLUMN shift INTEGER;
CREATE INDEX tenders_by_shift ON tenders (shift) WHERE shift IS NOT NULL;
CREATE TRIGGER tender_joins_shift AFTER INSERT ON tenders
BEGIN UPDATE tenders SET shift = (SELECT value FROM counters WHERE name = 'shift') WHERE id = NEW.id; END;
CREATE TRIGGER tender_stays_in_shift BEFORE UPDATE OF shift ON tenders WHEN OLD.shift IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what belongs to a shift stays in it'); END;

ALTER TABLE orders ADD COLUMN shift INTEGER;
CREATE INDEX orders_by_shift ON orders (shift) WHERE shift IS NOT NULL;
CREATE TRIGGER new_order_joins_shift AFTER INSERT ON orders WHEN NEW.state IN ('PAID', 'CANCELLED')
BEGIN UPDATE orders SET shift = (SELECT value FROM counters WHERE name = 'shift') WHERE id = NEW.id; END;
CREATE TRIGGER order_joins_shift AFTER UPDATE OF state ON orders
WHEN NEW.shift IS NULL AND NEW.state IN ('PAID', 'CANCELLED') AND OLD.state NOT IN ('PAID', 'CANCELLED')
BEGIN UPDATE orders SET shift = (SELECT value FROM counters WHERE name = 'shift') WHERE id = NEW.id; END;
CREATE TRIGGER order_stays_in_shift BEFORE UPDATE OF shift ON orders WHEN OLD.shift IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what belongs to a shift stays in it'); END;

ALTER TABLE attempts ADD COLUMN shift INTEGER;
CREATE INDEX attempts_by_shift ON attempts (shift) WHERE shift IS NOT NULL;
CREATE TRIGGER new_payment_joins_shift AFTER INSERT ON attempts
WHEN NEW.state IN ('APPROVED', 'OVERRIDDEN') AND NEW.approved > 0
BEGIN UPDATE attempts SET shift = (SELECT value FROM counters WHERE name = 'shift') WHERE id = NEW.id; END;
CREATE TRIGGER payment_joins_shift AFTER UPDATE OF state ON attempts
WHEN NEW.shift IS NULL AND NEW.state IN ('APPROVED', 'OVERRIDDEN') AND NEW.approved > 0
    AND OLD.state NOT IN ('APPROVED', 'OVERRIDDEN')
BEGIN UPDATE attempts SET shift = (SELECT value FROM counters WHERE name = 'shift') WHERE id = NEW.id; END;
CREATE TRIGGER payment_stays_in_shift BEFORE UPDATE OF shift ON attempts WHEN OLD.shift IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what belongs to a shift stays in it'); END;

ALTER TABLE refunds ADD COLUMN shift INTEGER;
CREATE INDEX refunds_by_shift ON refunds (shift) WHERE shift IS NOT NULL;
CREATE TRIGGER refund_joins_shift AFTER UPDATE OF state ON refunds
WHEN NEW.shift IS NULL AND NEW.state = 'CLOSED' AND OLD.state <> 'CLOSED'
BEGIN UPDATE refunds SET shift = (SELECT value FROM counters WHERE name = 'shift') WHERE id = NEW.id; END;
CREATE TRIGGER new_refund_joins_shift AFTER INSERT ON refunds WHEN NEW.state = 'CLOSED'
BEGIN UPDATE refunds SET shift = (SELECT value FROM counters WHERE name = 'shift') WHERE id = NEW.id; END;
CREATE TRIGGER refund_stays_in_shift BEFORE UPDATE OF shift ON refunds WHEN OLD.shift IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what belongs to a shift stays in it'); END;

-- The parts of a refund are written anew with each of its steps, so what went back is stamped beside them, once.
CREATE TABLE returned_parts (
    part_id  TEXT PRIMARY KEY REFERENCES refund_parts (id) DEFERRABLE INITIALLY DEFERRED,
    shift    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX returned_parts_by_shift ON returned_parts (shift);
CREATE TRIGGER part_joins_shift AFTER INSERT ON refund_parts
WHEN NEW.state = 'RETURNED' AND NOT EXISTS (SELECT 1 FROM returned_parts WHERE part_id = NEW.id)
BEGIN INSERT INTO returned_parts (part_id, shift) SELECT NEW.id, value FROM counters WHERE name = 'shift'; END;

-- Each time a terminal's day was closed, with what it counted and what this till's books say of the same payments.
CREATE TABLE settlements (
    seq             INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE,
    terminal        TEXT NOT NULL,
    shift           INTEGER NOT NULL,
    currency        TEXT NOT NULL,
    till_count      INTEGER NOT NULL,
    till_net        INTEGER NOT NULL,
    terminal_count  INTEGER NOT NULL,
    terminal_net    INTEGER NOT NULL,
    revkeen_count   INTEGER,
    revkeen_net     INTEGER,
    operator        TEXT NOT NULL,
    at              INTEGER NOT NULL
) STRICT;
-- Which of them a payment was closed in; none yet for one since the last.
ALTER TABLE attempts ADD COLUMN settlement INTEGER REFERENCES settlements (seq) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX unsettled_attempts ON attempts (terminal) WHERE settlement IS NULL AND shift IS NOT NULL;
CREATE INDEX attempts_by_settlement ON attempts (settlement) WHERE settlement IS NOT NULL;
