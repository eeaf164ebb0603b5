// Writes campaigns with their brand, categories and target segments, each as its row says.
/*
:params {rows: [{at: 0, key: 'ca-1', unlinked: false, brand: 'b-1', categories: [], targetSegments: ['s-1'], properties: {name: 'Double 11'}}]};
returns outcome (created, updated, unchanged or the column that names what does not exist), rows,
  refused (the rows' at)
*/
CYPHER replan=skip
UNWIND $rows AS row
OPTIONAL MATCH (brand:Brand {key: row.brand})
OPTIONAL MATCH (was:Campaign {key: row.key})
WITH row, brand, was, row.unlinked OR was IS NULL AS link,
  COLLECT { UNWIND row.categories AS key MATCH (to:Category {key: key}) RETURN to } AS categories,
  COLLECT { UNWIND row.targetSegments AS key MATCH (to:Segment {key: key}) RETURN to } AS segments
WITH row, brand, was, link, categories, segments, CASE
  WHEN brand IS NULL THEN 'brand'
  WHEN size(categories) < size(row.categories) THEN 'categories'
  WHEN size(segments) < size(row.targetSegments) THEN 'target_segments'
  WHEN was IS NULL THEN 'created'
  WHEN row.unlinked OR any(name IN keys(row.properties)
    WHERE coalesce(was[name] <> row.properties[name],
      (was[name] IS NULL) <> (row.properties[name] IS NULL))) THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE WHEN outcome IN ['created', 'updated'] THEN [1] ELSE [] END |
  MERGE (campaign:Campaign {key: row.key})
  ON CREATE SET campaign += {creatorCount: 0, impressions: 0, spend: 0}
  SET campaign += row.properties, campaign.stale = true, brand.stale = true
  FOREACH (creator IN [(was)<-[:PARTICIPATED_IN]-(of) | of] | SET creator.stale = true)
  FOREACH (of IN CASE WHEN link THEN [brand] ELSE [] END | CREATE (of)-[:RAN]->(campaign))
  FOREACH (i IN CASE WHEN link THEN range(0, size(categories) - 1) ELSE [] END |
    FOREACH (to IN [categories[i]] | CREATE (campaign)-[:IN_CATEGORY {position: i}]->(to)))
  FOREACH (i IN CASE WHEN link THEN range(0, size(segments) - 1) ELSE [] END |
    FOREACH (to IN [segments[i]] | CREATE (campaign)-[:TARGETS {position: i}]->(to)))
)
RETURN outcome, count(*) AS rows,
  CASE WHEN outcome IN ['created', 'updated', 'unchanged'] THEN [] ELSE collect(row.at) END
    AS refused
