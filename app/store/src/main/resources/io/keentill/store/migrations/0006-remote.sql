-- What RevKeen has and the till reads beside its own: one row for each object as it was last seen, in the engine's words.
CREATE TABLE remote_objects (
    kind     TEXT NOT NULL,
    id       TEXT NOT NULL,
    lookup   TEXT NOT NULL,
    words    TEXT NOT NULL,
    content  TEXT NOT NULL CHECK (json_valid(content)),
    pass     INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX remote_by_lookup ON remote_objects (kind, lookup, id);
CREATE INDEX remote_by_words ON remote_objects (kind, words, id);

-- The sale that something at RevKeen belongs to is found by what RevKeen calls it.
CREATE INDEX outbox_by_remote ON outbox (remote_id) WHERE remote_id IS NOT NULL;

-- Who buys, where that is known: RevKeen's customer.
CREATE TABLE order_customers (
    order_id     TEXT PRIMARY KEY REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
    customer_id  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
