-- What came first is told by a count, never by a clock: one that jumps back would put today's sale behind last year's.
-- Rows were only ever added, so their rowid is the sequence in which they came.
ALTER TABLE orders ADD COLUMN seq INTEGER;
UPDATE orders SET seq = rowid;
CREATE UNIQUE INDEX orders_by_seq ON orders (seq);
DROP INDEX orders_by_age;
DROP INDEX orders_by_state;
CREATE INDEX orders_by_state ON orders (state, seq);

ALTER TABLE attempts ADD COLUMN seq INTEGER;
UPDATE attempts SET seq = rowid;
CREATE UNIQUE INDEX attempts_by_seq ON attempts (seq);
DROP INDEX attempts_by_age;
DROP INDEX attempts_by_order;
CREATE INDEX attempts_by_order ON attempts (order_id, seq);

-- Everything that the journal says about one sale or payment.
CREATE INDEX journal_by_subject ON journal (subject, seq);
