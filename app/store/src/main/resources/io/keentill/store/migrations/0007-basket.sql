-- What a clerk may change about a sale beyond quantity and discount.
ALTER TABLE orders ADD COLUMN note       TEXT;
ALTER TABLE orders ADD COLUMN exemption  TEXT;
-- The shelf's price, where the line is sold for another one.
ALTER TABLE order_lines ADD COLUMN shelf_price  INTEGER CHECK (shelf_price >= 0);
ALTER TABLE order_lines ADD COLUMN note         TEXT;
-- Products whose price is asked for, and those that have several.
ALTER TABLE products ADD COLUMN open_price  INTEGER NOT NULL DEFAULT 0;

CREATE TABLE product_prices (
    product_seq  INTEGER NOT NULL REFERENCES products (seq),
    position     INTEGER NOT NULL,
    id           TEXT NOT NULL,
    name         TEXT NOT NULL,
    price        INTEGER NOT NULL CHECK (price >= 0),
    PRIMARY KEY (product_seq, position)
) STRICT, WITHOUT ROWID;
