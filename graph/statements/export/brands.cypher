// Which brands are there, by key, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key, rows (one, in the order of brands's columns)
*/
MATCH (brand:Brand)
WHERE brand.key > $after AND ($keys IS NULL OR brand.key IN $keys)
WITH brand
ORDER BY brand.key
LIMIT $limit
RETURN brand.key AS key, [[
  brand.key, brand.name, brand.industry,
  COLLECT { MATCH (brand)-[in:IN_CATEGORY]->(to) RETURN to.key ORDER BY in.position, to.key },
  brand.region
]] AS rows
ORDER BY key
