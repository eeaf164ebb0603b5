// Writes campaigns with their brand, categories and target segments, each as its row says.
/*
:params {rows: [{at: 0, key: 'ca-1', brand: 'b-1', categories: [], targetSegments: ['s-1'],
  properties: {name: 'Double 11'}}]}
returns outcome (created, updated, unchanged or the column that names what does not exist), rows,
  refused (the rows' at)
*/
UNWIND $rows AS row
OPTIONAL MATCH (brand:Brand {key: row.brand})
OPTIONAL MATCH (was:Campaign {key: row.key})
WITH row, brand, was,
  COLLECT { UNWIND row.categories AS key MATCH (to:Category {key: key}) RETURN to } AS categories,
  COLLECT { UNWIND row.targetSegments AS key MATCH (to:Segment {key: key}) RETURN to } AS segments,
  COLLECT { MATCH (was)-[link:IN_CATEGORY|TARGETS]->() RETURN link ORDER BY link.position }
  + COLLECT { MATCH (was)<-[link:RAN]-() RETURN link } AS links
WITH *, CASE
  WHEN brand IS NULL THEN 'brand'
  WHEN size(categories) < size(row.categories) THEN 'categories'
  WHEN size(segments) < size(row.targetSegments) THEN 'target_segments'
  WHEN was IS NULL THEN 'created'
  WHEN any(name IN keys(row.properties)
    WHERE coalesce(was[name] <> row.properties[name],
      (was[name] IS NULL) <> (row.properties[name] IS NULL)))
    OR [link IN links WHERE link:RAN | startNode(link)] <> [brand]
    OR [link IN links WHERE link:IN_CATEGORY | endNode(link)] <> categories
    OR [link IN links WHERE link:TARGETS | endNode(link)] <> segments THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE WHEN outcome IN ['created', 'updated'] THEN [1] ELSE [] END |
  MERGE (campaign:Campaign {key: row.key})
  ON CREATE SET campaign += {creatorCount: 0, impressions: 0, spend: 0}
  SET campaign += row.properties, campaign.stale = true, brand.stale = true
  FOREACH (link IN [link IN links WHERE link:RAN] | SET (startNode(link)).stale = true)
  FOREACH (creator IN [(was)<-[:PARTICIPATED_IN]-(of) | of] | SET creator.stale = true)
  FOREACH (link IN links | DELETE link)
  CREATE (brand)-[:RAN]->(campaign)
  FOREACH (i IN range(0, size(categories) - 1) | FOREACH (category IN [categories[i]] |
    CREATE (campaign)-[:IN_CATEGORY {position: i}]->(category)))
  FOREACH (i IN range(0, size(segments) - 1) | FOREACH (segment IN [segments[i]] |
    CREATE (campaign)-[:TARGETS {position: i}]->(segment)))
)
RETURN outcome, count(*) AS rows,
  CASE WHEN outcome IN ['brand', 'categories', 'target_segments'] THEN collect(row.at) ELSE [] END
    AS refused
