// Writes contents with who posted them, who appears in them and for which campaign they were made.
/*
:params {rows: [{at: 0, key: 'co-1', creator: 'cr-1', campaign: null, coCreators: [],
  properties: {name: 'Unboxing'}}]}
returns outcome (created, updated, unchanged or the column that names what does not exist), rows,
  refused (the rows' at)
*/
UNWIND $rows AS row
OPTIONAL MATCH (creator:Creator {key: row.creator})
OPTIONAL MATCH (campaign:Campaign {key: row.campaign})
OPTIONAL MATCH (was:Content {key: row.key})
WITH row, creator, [to IN [campaign] WHERE to IS NOT NULL] AS campaigns, was,
  COLLECT { UNWIND row.coCreators AS key MATCH (to:Creator {key: key}) RETURN to } AS guests,
  COLLECT { MATCH (was)-[link:POSTED|APPEARS_IN|FOR_CAMPAIGN]-()
    RETURN link ORDER BY link.position } AS links
WITH row, creator, campaigns, was, guests, links, CASE
  WHEN creator IS NULL THEN 'creator'
  WHEN row.campaign IS NOT NULL AND campaigns = [] THEN 'campaign'
  WHEN size(guests) < size(row.coCreators) THEN 'co_creators'
  WHEN was IS NULL THEN 'created'
  WHEN any(name IN keys(row.properties)
    WHERE coalesce(was[name] <> row.properties[name],
      (was[name] IS NULL) <> (row.properties[name] IS NULL)))
    OR [link IN links WHERE link:POSTED | startNode(link)] <> [creator]
    OR [link IN links WHERE link:APPEARS_IN | startNode(link)] <> guests
    OR [link IN links WHERE link:FOR_CAMPAIGN | endNode(link)] <> campaigns THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE WHEN outcome IN ['created', 'updated'] THEN [1] ELSE [] END |
  MERGE (content:Content {key: row.key})
  SET content += row.properties
  FOREACH (link IN links | DELETE link)
  CREATE (creator)-[:POSTED]->(content)
  FOREACH (campaign IN campaigns | CREATE (content)-[:FOR_CAMPAIGN]->(campaign))
  FOREACH (i IN range(0, size(guests) - 1) | FOREACH (guest IN [guests[i]] |
    CREATE (guest)-[:APPEARS_IN {position: i}]->(content)))
)
RETURN outcome, count(*) AS rows,
  CASE WHEN outcome IN ['creator', 'campaign', 'co_creators'] THEN collect(row.at) ELSE [] END
    AS refused
