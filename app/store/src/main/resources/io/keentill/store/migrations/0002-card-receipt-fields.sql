-- How the cardholder was verified, and the chip data that schemes want on a receipt.
ALTER TABLE attempts ADD COLUMN verification         TEXT NOT NULL DEFAULT 'UNKNOWN';
ALTER TABLE attempts ADD COLUMN emv_tvr              TEXT;
ALTER TABLE attempts ADD COLUMN emv_tsi              TEXT;
ALTER TABLE attempts ADD COLUMN emv_cryptogram       TEXT;
ALTER TABLE attempts ADD COLUMN emv_cryptogram_type  TEXT;
ALTER TABLE attempts ADD COLUMN emv_pan_sequence     TEXT;
