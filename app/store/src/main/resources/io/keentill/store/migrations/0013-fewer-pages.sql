-- A page is what a commit writes, so a sale is held in fewer of them. Nothing that was kept is lost.

-- The journal's head is a counter like the others, on their page. Its old name still reads it, as in the backups of before.
ALTER TABLE counters ADD COLUMN hash TEXT;
INSERT INTO counters (name, value, hash) SELECT 'journal', seq, hash FROM journal_head;
DROP TRIGGER journal_only_grows;
DROP TABLE journal_head;
CREATE VIEW journal_head AS SELECT value AS seq, hash FROM counters WHERE name = 'journal';
CREATE TRIGGER journal_only_grows BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT seq + 1 FROM journal_head)
BEGIN SELECT RAISE(ABORT, 'the journal only grows at its end'); END;

-- A closed order is never looked for by its state.
DROP INDEX orders_by_state;
CREATE INDEX running_orders ON orders (state, seq) WHERE state IN ('OPEN', 'PARKED');

-- Payments lie with their order. An index that holds nothing but NULL for cash is left to those that have a value.
CREATE TABLE payments (
    order_id          TEXT NOT NULL REFERENCES orders (id),
    position          INTEGER NOT NULL,
    id                TEXT NOT NULL,
    type              TEXT NOT NULL,
    applied           INTEGER NOT NULL,
    tendered          INTEGER NOT NULL,
    change            INTEGER NOT NULL,
    rounding          INTEGER NOT NULL,
    attempt_id        TEXT REFERENCES attempts (id) DEFERRABLE INITIALLY DEFERRED,
    taken_at          INTEGER NOT NULL,
    shift             INTEGER,
    exchange_refund   TEXT REFERENCES refunds (id) DEFERRABLE INITIALLY DEFERRED,
    -- The card payment that once took the money; none where it was cash.
    exchange_attempt  TEXT REFERENCES attempts (id),
    PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO payments SELECT order_id, position, id, type, applied, tendered, change, rounding, attempt_id, taken_at, shift,
    exchange_refund, exchange_attempt FROM tenders ORDER BY order_id, position;
DROP TABLE tenders;
ALTER TABLE payments RENAME TO tenders;
-- One payment pays once.
CREATE UNIQUE INDEX tenders_by_attempt ON tenders (attempt_id) WHERE attempt_id IS NOT NULL;
CREATE TRIGGER tender_is_taken_once BEFORE INSERT ON tenders
WHEN EXISTS (SELECT 1 FROM tenders WHERE order_id = NEW.order_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an order takes a tender once'); END;
CREATE INDEX tenders_by_shift ON tenders (shift) WHERE shift IS NOT NULL;
-- It is written with its shift; this is for one that was not.
CREATE TRIGGER tender_joins_shift AFTER INSERT ON tenders WHEN NEW.shift IS NULL
BEGIN UPDATE tenders SET shift = (SELECT value FROM counters WHERE name = 'shift')
    WHERE order_id = NEW.order_id AND position = NEW.position; END;
CREATE TRIGGER tender_stays_in_shift BEFORE UPDATE OF shift ON tenders WHEN OLD.shift IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what belongs to a shift stays in it'); END;
CREATE INDEX tenders_by_exchange ON tenders (exchange_refund) WHERE exchange_refund IS NOT NULL;
CREATE TRIGGER exchange_names_its_refund BEFORE INSERT ON tenders
WHEN (NEW.type = 'EXCHANGE') <> (NEW.exchange_refund IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'an exchange, and nothing else, names its refund'); END;

-- A request is never deleted, so that the greatest id is the last one given: nobody has to keep it beside the table. How the
-- rows lie in the file does not change, which is when SQLite allows this (sqlite.org/lang_altertable.html, section 7).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'PRIMARY KEY AUTOINCREMENT', 'PRIMARY KEY')
WHERE type = 'table' AND name = 'outbox';
DELETE FROM sqlite_sequence WHERE name = 'outbox';
PRAGMA writable_schema = RESET;
