-- 有效期延长至2027年12月31日, 有效期延长五年: the new last day in force, or the added length as ISO 8601 writes it (P5Y).
ALTER TABLE relations ADD COLUMN until TEXT;
ALTER TABLE register_events ADD COLUMN until TEXT;
