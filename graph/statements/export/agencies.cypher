// Which agencies are there, by key, after one?
/*
:params {after: '', limit: 1000}
returns key, rows (one, in the order of agencies's columns)
*/
MATCH (agency:Agency)
WHERE agency.key > $after
WITH agency
ORDER BY agency.key
LIMIT $limit
RETURN agency.key AS key, [[
  agency.key, agency.name, agency.region, toString(agency.founded)
]] AS rows
ORDER BY key
