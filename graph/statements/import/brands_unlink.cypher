// Which brands have other categories than their rows say? They lose all of them.
/*
:params {rows: [{at: 0, key: 'b-1', categories: ['c-1']}]};
returns at; rows that name what does not exist are left alone
*/
CYPHER replan=skip
UNWIND $rows AS row
MATCH (brand:Brand {key: row.key})
WITH row, brand,
  COLLECT { MATCH (brand)-[in:IN_CATEGORY]->(to) RETURN to.key ORDER BY in.position } AS categories
WHERE categories <> row.categories
  AND all(key IN row.categories WHERE EXISTS { (:Category {key: key}) })
OPTIONAL MATCH (brand)-[link:IN_CATEGORY]->()
DELETE link
RETURN DISTINCT row.at AS at
