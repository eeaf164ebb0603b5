// Which campaigns have another brand, other categories or other segments than their rows say? They
// lose all of them, and the old brand's totals are stale.
/*
:params {rows: [{at: 0, key: 'ca-1', brand: 'b-1', categories: [], targetSegments: ['s-1']}]};
returns at; rows that name what does not exist are left alone
*/
CYPHER replan=skip
UNWIND $rows AS row
MATCH (campaign:Campaign {key: row.key})
WITH row, campaign,
  COLLECT { MATCH (campaign)<-[:RAN]-(brand:Brand) RETURN brand.key } AS brands,
  COLLECT { MATCH (campaign)-[in:IN_CATEGORY]->(to) RETURN to.key ORDER BY in.position }
    AS categories,
  COLLECT { MATCH (campaign)-[at:TARGETS]->(to) RETURN to.key ORDER BY at.position } AS segments
WHERE (brands <> [row.brand] OR categories <> row.categories OR segments <> row.targetSegments)
  AND EXISTS { (:Brand {key: row.brand}) }
  AND all(key IN row.categories WHERE EXISTS { (:Category {key: key}) })
  AND all(key IN row.targetSegments WHERE EXISTS { (:Segment {key: key}) })
OPTIONAL MATCH (campaign)-[link:RAN|IN_CATEGORY|TARGETS]-(other)
FOREACH (brand IN CASE WHEN other:Brand THEN [other] ELSE [] END | SET brand.stale = true)
DELETE link
RETURN DISTINCT row.at AS at
