// Which categories are there, by key, after one?
/*
:params {after: '', limit: 1000}
returns key, rows (one, in the order of categories's columns)
*/
MATCH (category:Category)
WHERE category.key > $after
WITH category
ORDER BY category.key
LIMIT $limit
RETURN category.key AS key, [[
  category.key, category.name,
  head(COLLECT { MATCH (category)-[:PART_OF]->(parent:Category) RETURN parent.key })
]] AS rows
ORDER BY key
