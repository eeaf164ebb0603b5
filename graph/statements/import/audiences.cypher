// Writes shares of creators' audiences, each as its row says.
/*
:params {rows: [{at: 0, creator: 'cr-1', segment: 's-1', properties: {share: 0.1}}]};
returns outcome (created, updated, unchanged or the column that names what does not exist), rows,
  refused (the rows' at)
*/
CYPHER replan=skip
UNWIND $rows AS row
OPTIONAL MATCH (creator:Creator {key: row.creator})
OPTIONAL MATCH (segment:Segment {key: row.segment})
OPTIONAL MATCH (creator)-[was:REACHES]->(segment)
WITH row, creator, segment, CASE
  WHEN creator IS NULL THEN 'creator'
  WHEN segment IS NULL THEN 'segment'
  WHEN was IS NULL THEN 'created'
  WHEN properties(was) <> row.properties THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE WHEN outcome IN ['created', 'updated'] THEN [1] ELSE [] END |
  MERGE (creator)-[reaches:REACHES]->(segment)
  SET reaches = row.properties, creator.fresh = timestamp()
)
RETURN outcome, count(*) AS rows,
  CASE WHEN outcome IN ['creator', 'segment'] THEN collect(row.at) ELSE [] END AS refused
