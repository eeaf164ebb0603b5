// Who stands for each agency, and each brand?
/*
:params {today: date('2026-11-25')};
returns id (number), creators (numbers; of a brand those it hired, once for each campaign),
  categories (of a brand, keys, main one first), segments (that it wanted to reach, keys)
*/
CYPHER 5
MATCH (agency:Agency)
RETURN id(agency) AS id, COLLECT {
  MATCH (agency)<-[contract:SIGNED_WITH]-(creator)
  WHERE contract.since <= $today
    AND (contract.until IS NULL OR contract.until >= $today)
  RETURN DISTINCT id(creator)
} AS creators, [] AS categories, [] AS segments
UNION ALL
MATCH (brand:Brand)
RETURN id(brand) AS id, COLLECT {
  MATCH (brand)-[:RAN]->()<-[:PARTICIPATED_IN]-(creator)
  RETURN id(creator)
} AS creators, COLLECT {
  MATCH (brand)-[in:IN_CATEGORY]->(category)
  RETURN category.key ORDER BY in.position, category.key
} AS categories, COLLECT {
  MATCH (brand)-[:RAN]->()-[:TARGETS]->(segment)
  RETURN segment.key
} AS segments
