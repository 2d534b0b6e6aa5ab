-- Entries of filing catalogues in the order of print without sorting them, and the titles by which texts name an entry of the register.
DROP INDEX IF EXISTS catalogues_by_quarter;
CREATE INDEX catalogues_in_print ON catalogues(year DESC, quarter DESC, id);
CREATE INDEX register_names_told_apart ON register_names(register_id, origin, value)
  WHERE type = 'title' AND origin NOT IN ('alias', 'correction');
