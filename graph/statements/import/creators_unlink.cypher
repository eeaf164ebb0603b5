// Which creators have other platforms or categories than their rows say? They lose all of them.
/*
:params {rows: [{at: 0, key: 'cr-1', platforms: ['p-1'], categories: ['c-1']}]};
returns at; rows that name what does not exist are left alone
*/
CYPHER replan=skip
UNWIND $rows AS row
MATCH (creator:Creator {key: row.key})
WITH row, creator,
  COLLECT { MATCH (creator)-[on:ON_PLATFORM]->(to) RETURN to.key ORDER BY on.position }
    AS platforms,
  COLLECT { MATCH (creator)-[in:IN_CATEGORY]->(to) RETURN to.key ORDER BY in.position }
    AS categories
WHERE (platforms <> row.platforms OR categories <> row.categories)
  AND all(key IN row.platforms WHERE EXISTS { (:Platform {key: key}) })
  AND all(key IN row.categories WHERE EXISTS { (:Category {key: key}) })
OPTIONAL MATCH (creator)-[link:ON_PLATFORM|IN_CATEGORY]->()
DELETE link
RETURN DISTINCT row.at AS at
