// Which categories are there, by key, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key, rows (one, in the order of categories's columns)
*/
MATCH (category:Category)
WHERE category.key > $after AND ($keys IS NULL OR category.key IN $keys)
WITH category
ORDER BY category.key
LIMIT $limit
RETURN category.key AS key, [[
  category.key, category.name,
  head(COLLECT { MATCH (category)-[:PART_OF]->(parent:Category) RETURN parent.key })
]] AS rows
ORDER BY key
