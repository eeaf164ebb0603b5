// Writes creators with their platforms and categories, each as its row says; a price that a rate
// card gives stays where the row gives none.
/*
:params {rows: [{at: 0, key: 'cr-1', unlinked: false, platforms: ['p-1'], categories: ['c-1'], properties: {name: 'Ann'}}]};
returns outcome (created, updated, unchanged or the column that names what does not exist), rows,
  refused (the rows' at)
*/
CYPHER replan=skip
UNWIND $rows AS row
OPTIONAL MATCH (was:Creator {key: row.key})
WITH row, was,
  COLLECT { UNWIND row.platforms AS key MATCH (to:Platform {key: key}) RETURN to } AS platforms,
  COLLECT { UNWIND row.categories AS key MATCH (to:Category {key: key}) RETURN to } AS categories
WITH row, platforms, categories, row.unlinked OR was IS NULL AS link, CASE
  WHEN size(platforms) < size(row.platforms) THEN 'platforms'
  WHEN size(categories) < size(row.categories) THEN 'categories'
  WHEN was IS NULL THEN 'created'
  WHEN row.unlinked OR any(name IN keys(row.properties)
    WHERE coalesce(was[name] <> row.properties[name],
      (was[name] IS NULL) <> (row.properties[name] IS NULL))
      AND NOT (name IN coalesce(was.ratedPrices, []) AND coalesce(row.properties[name], -1) = -1))
    THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE WHEN outcome IN ['created', 'updated'] THEN [1] ELSE [] END |
  MERGE (creator:Creator {key: row.key})
  ON CREATE SET creator +=
    {campaignCount: 0, brandCount: 0, spend: 0, byCpm: -1.0, byGrowth: -2.0}
  SET creator += row.properties, creator.stale = true, creator.fresh = timestamp(),
    creator.ratedPrices = [name IN creator.ratedPrices
      WHERE coalesce(row.properties[name], -1) = -1]
  FOREACH (i IN CASE WHEN link THEN range(0, size(platforms) - 1) ELSE [] END |
    FOREACH (to IN [platforms[i]] | CREATE (creator)-[:ON_PLATFORM {position: i}]->(to)))
  FOREACH (i IN CASE WHEN link THEN range(0, size(categories) - 1) ELSE [] END |
    FOREACH (to IN [categories[i]] | CREATE (creator)-[:IN_CATEGORY {position: i}]->(to)))
)
RETURN outcome, count(*) AS rows,
  CASE WHEN outcome IN ['platforms', 'categories'] THEN collect(row.at) ELSE [] END AS refused
