-- Goods of an earlier sale that come back for new ones: the refund names the sale that they pay for, and the payment there
-- names the refund and whose money it is. Neither is stored without the other.
ALTER TABLE refunds ADD COLUMN exchange_for TEXT REFERENCES orders (id);
ALTER TABLE tenders ADD COLUMN exchange_refund TEXT REFERENCES refunds (id) DEFERRABLE INITIALLY DEFERRED;
-- The card payment that once took the money; none where it was cash.
ALTER TABLE tenders ADD COLUMN exchange_attempt TEXT REFERENCES attempts (id);
CREATE INDEX tenders_by_exchange ON tenders (exchange_refund) WHERE exchange_refund IS NOT NULL;
CREATE TRIGGER exchange_names_its_refund BEFORE INSERT ON tenders
WHEN (NEW.type = 'EXCHANGE') <> (NEW.exchange_refund IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'an exchange, and nothing else, names its refund'); END;
