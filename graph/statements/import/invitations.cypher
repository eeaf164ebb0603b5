// Writes invitations, each as its row says.
/*
:params {rows: [{at: 0, campaign: 'ca-1', creator: 'cr-1', properties: {source: 'RECOMMENDED'}}]};
returns outcome (created, updated, unchanged or the column that names what does not exist), rows,
  refused (the rows' at)
*/
CYPHER replan=skip
UNWIND $rows AS row
OPTIONAL MATCH (campaign:Campaign {key: row.campaign})
OPTIONAL MATCH (creator:Creator {key: row.creator})
OPTIONAL MATCH (campaign)-[was:INVITED]->(creator)
WITH row, campaign, creator, CASE
  WHEN campaign IS NULL THEN 'campaign'
  WHEN creator IS NULL THEN 'creator'
  WHEN was IS NULL THEN 'created'
  WHEN properties(was) <> row.properties THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE WHEN outcome IN ['created', 'updated'] THEN [1] ELSE [] END |
  MERGE (campaign)-[invitation:INVITED]->(creator)
  SET invitation = row.properties
)
RETURN outcome, count(*) AS rows,
  CASE WHEN outcome IN ['campaign', 'creator'] THEN collect(row.at) ELSE [] END AS refused
