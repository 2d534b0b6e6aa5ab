-- The heading over several groups of a filing catalogue: 一、市州人民政府.
ALTER TABLE catalogue_groups ADD COLUMN section TEXT;
