// Writes creators on lists, each as its row says.
/*
:params {rows: [{at: 0, list: 'l-1', creator: 'cr-1', line: 2, replaces: null, properties: {status: 'CANDIDATE', byStatus: 0, position: 2, byPosition: 2}}]};
returns outcome (created, updated, unchanged or the column that names what does not exist), rows,
  refused (the rows' at)
*/
CYPHER replan=skip
UNWIND $rows AS row
OPTIONAL MATCH (list:CreatorList {key: row.list})
OPTIONAL MATCH (creator:Creator {key: row.creator})
OPTIONAL MATCH (list)-[was:LISTS]->(creator)
WITH row, list, creator, CASE
  WHEN list IS NULL THEN 'list'
  WHEN creator IS NULL THEN 'creator'
  WHEN row.replaces IS NOT NULL AND NOT EXISTS { (:Creator {key: row.replaces}) } THEN 'replaces'
  WHEN was IS NULL THEN 'created'
  WHEN any(name IN keys(row.properties) WHERE coalesce(was[name] <> row.properties[name],
    (was[name] IS NULL) <> (row.properties[name] IS NULL))) THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE WHEN outcome IN ['created', 'updated'] THEN [1] ELSE [] END |
  MERGE (list)-[item:LISTS]->(creator)
  ON CREATE SET item.added = datetime(), item.byPosition = row.line
  SET item += row.properties, item.changed = datetime(), list.changed = datetime(),
    list.revision = coalesce(list.revision, 0) + 1
)
RETURN outcome, count(*) AS rows,
  CASE WHEN outcome IN ['list', 'creator', 'replaces'] THEN collect(row.at) ELSE [] END AS refused
