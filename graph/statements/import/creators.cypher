// Writes creators with their platforms and categories, each as its row says.
/*
:params {rows: [{at: 0, key: 'cr-1', platforms: ['p-1'], categories: ['c-1'],
  properties: {name: 'Ann'}}]}
returns outcome (created, updated, unchanged or the column that names what does not exist), rows,
  refused (the rows' at)
*/
UNWIND $rows AS row
OPTIONAL MATCH (was:Creator {key: row.key})
WITH row, was,
  COLLECT { UNWIND row.platforms AS key MATCH (to:Platform {key: key}) RETURN to } AS platforms,
  COLLECT { UNWIND row.categories AS key MATCH (to:Category {key: key}) RETURN to } AS categories,
  COLLECT { MATCH (was)-[link:ON_PLATFORM|IN_CATEGORY]->() RETURN link ORDER BY link.position }
    AS links
WITH row, was, platforms, categories, links, CASE
  WHEN size(platforms) < size(row.platforms) THEN 'platforms'
  WHEN size(categories) < size(row.categories) THEN 'categories'
  WHEN was IS NULL THEN 'created'
  WHEN any(name IN keys(row.properties)
    WHERE coalesce(was[name] <> row.properties[name],
      (was[name] IS NULL) <> (row.properties[name] IS NULL)))
    OR [link IN links WHERE link:ON_PLATFORM | endNode(link)] <> platforms
    OR [link IN links WHERE link:IN_CATEGORY | endNode(link)] <> categories THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE WHEN outcome IN ['created', 'updated'] THEN [1] ELSE [] END |
  MERGE (creator:Creator {key: row.key})
  ON CREATE SET creator +=
    {campaignCount: 0, brandCount: 0, spend: 0, byCpm: -1.0, byGrowth: -2.0}
  SET creator += row.properties, creator.stale = true
  FOREACH (link IN links | DELETE link)
  FOREACH (i IN range(0, size(platforms) - 1) | FOREACH (platform IN [platforms[i]] |
    CREATE (creator)-[:ON_PLATFORM {position: i}]->(platform)))
  FOREACH (i IN range(0, size(categories) - 1) | FOREACH (category IN [categories[i]] |
    CREATE (creator)-[:IN_CATEGORY {position: i}]->(category)))
)
RETURN outcome, count(*) AS rows,
  CASE WHEN outcome IN ['platforms', 'categories'] THEN collect(row.at) ELSE [] END AS refused
