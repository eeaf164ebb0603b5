// Writes brands with their categories, each as its row says.
/*
:params {rows: [{at: 0, key: 'b-1', unlinked: false, categories: ['c-1'], properties: {name: 'Perfect Diary'}}]};
returns outcome (created, updated, unchanged or the column that names what does not exist), rows,
  refused (the rows' at)
*/
CYPHER replan=skip
UNWIND $rows AS row
OPTIONAL MATCH (was:Brand {key: row.key})
WITH row, was,
  COLLECT { UNWIND row.categories AS key MATCH (to:Category {key: key}) RETURN to } AS categories
WITH row, categories, row.unlinked OR was IS NULL AS link, CASE
  WHEN size(categories) < size(row.categories) THEN 'categories'
  WHEN was IS NULL THEN 'created'
  WHEN row.unlinked OR any(name IN keys(row.properties)
    WHERE coalesce(was[name] <> row.properties[name],
      (was[name] IS NULL) <> (row.properties[name] IS NULL))) THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE WHEN outcome IN ['created', 'updated'] THEN [1] ELSE [] END |
  MERGE (brand:Brand {key: row.key})
  ON CREATE SET brand += {campaignCount: 0, creatorCount: 0, spend: 0}
  SET brand += row.properties, brand.stale = true
  FOREACH (i IN CASE WHEN link THEN range(0, size(categories) - 1) ELSE [] END |
    FOREACH (to IN [categories[i]] | CREATE (brand)-[:IN_CATEGORY {position: i}]->(to)))
)
RETURN outcome, count(*) AS rows,
  CASE outcome WHEN 'categories' THEN collect(row.at) ELSE [] END AS refused
