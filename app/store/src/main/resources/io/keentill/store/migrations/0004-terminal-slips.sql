-- What a terminal without a printer of its own had the till print for a payment, without card numbers.
CREATE TABLE attempt_slips (
    attempt_id  TEXT PRIMARY KEY REFERENCES attempts (id),
    merchant    TEXT NOT NULL,
    customer    TEXT NOT NULL
) STRICT;
