// Writes contracts; of one pair each first day is a contract of its own, each as its row says.
/*
:params {rows: [{at: 0, creator: 'cr-1', agency: 'a-1', properties: {since: date('2026-01-01')}}]};
returns outcome (created, updated, unchanged or the column that names what does not exist), rows,
  refused (the rows' at)
*/
CYPHER replan=skip
UNWIND $rows AS row
OPTIONAL MATCH (creator:Creator {key: row.creator})
OPTIONAL MATCH (agency:Agency {key: row.agency})
OPTIONAL MATCH (creator)-[was:SIGNED_WITH {since: row.properties.since}]->(agency)
WITH row, creator, agency, CASE
  WHEN creator IS NULL THEN 'creator'
  WHEN agency IS NULL THEN 'agency'
  WHEN was IS NULL THEN 'created'
  WHEN properties(was) <> row.properties THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE WHEN outcome IN ['created', 'updated'] THEN [1] ELSE [] END |
  MERGE (creator)-[contract:SIGNED_WITH {since: row.properties.since}]->(agency)
  SET contract = row.properties, creator.stale = true, creator.fresh = timestamp(),
    agency.stale = true
)
RETURN outcome, count(*) AS rows,
  CASE WHEN outcome IN ['creator', 'agency'] THEN collect(row.at) ELSE [] END AS refused
