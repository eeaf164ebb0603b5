// Writes brands with their categories, each as its row says.
/*
:params {rows: [{at: 0, key: 'b-1', categories: ['c-1'], properties: {name: 'Perfect Diary'}}]}
returns outcome (created, updated, unchanged or the column that names what does not exist), rows,
  refused (the rows' at)
*/
UNWIND $rows AS row
OPTIONAL MATCH (was:Brand {key: row.key})
WITH row, was,
  COLLECT { UNWIND row.categories AS key MATCH (to:Category {key: key}) RETURN to } AS categories,
  COLLECT { MATCH (was)-[link:IN_CATEGORY]->() RETURN link ORDER BY link.position } AS links
WITH row, was, categories, links, CASE
  WHEN size(categories) < size(row.categories) THEN 'categories'
  WHEN was IS NULL THEN 'created'
  WHEN any(name IN keys(row.properties)
    WHERE coalesce(was[name] <> row.properties[name],
      (was[name] IS NULL) <> (row.properties[name] IS NULL)))
    OR [link IN links | endNode(link)] <> categories THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE WHEN outcome IN ['created', 'updated'] THEN [1] ELSE [] END |
  MERGE (brand:Brand {key: row.key})
  ON CREATE SET brand += {campaignCount: 0, creatorCount: 0, spend: 0}
  SET brand += row.properties, brand.stale = true
  FOREACH (link IN links | DELETE link)
  FOREACH (i IN range(0, size(categories) - 1) | FOREACH (category IN [categories[i]] |
    CREATE (brand)-[:IN_CATEGORY {position: i}]->(category)))
)
RETURN outcome, count(*) AS rows,
  CASE outcome WHEN 'categories' THEN collect(row.at) ELSE [] END AS refused
