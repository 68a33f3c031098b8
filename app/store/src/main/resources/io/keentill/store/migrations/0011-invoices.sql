-- Sales that pay an invoice which RevKeen has already, instead of making one: which invoice, and what RevKeen said of it
-- last before money is taken.
CREATE TABLE order_invoices (
    order_id    TEXT PRIMARY KEY REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
    invoice_id  TEXT NOT NULL,
    number      TEXT NOT NULL,
    word        TEXT NOT NULL,
    -- Why it cannot be paid, or why RevKeen could not be asked.
    why         TEXT,
    asked_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX order_invoices_by_invoice ON order_invoices (invoice_id);
