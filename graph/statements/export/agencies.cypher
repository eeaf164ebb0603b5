// Which agencies are there, by key, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key, rows (one, in the order of agencies's columns)
*/
MATCH (agency:Agency)
WHERE agency.key > $after AND ($keys IS NULL OR agency.key IN $keys)
WITH agency
ORDER BY agency.key
LIMIT $limit
RETURN agency.key AS key, [[
  agency.key, agency.name, agency.region, toString(agency.founded)
]] AS rows
ORDER BY key
