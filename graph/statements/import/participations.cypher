// Writes participations, each as its row says.
/*
:params {rows: [{at: 0, creator: 'cr-1', campaign: 'ca-1', properties: {fee: 1}}]};
returns outcome (created, updated, unchanged or the column that names what does not exist), rows,
  refused (the rows' at)
*/
CYPHER replan=skip
UNWIND $rows AS row
OPTIONAL MATCH (creator:Creator {key: row.creator})
OPTIONAL MATCH (campaign:Campaign {key: row.campaign})
OPTIONAL MATCH (creator)-[was:PARTICIPATED_IN]->(campaign)
WITH row, creator, campaign, CASE
  WHEN creator IS NULL THEN 'creator'
  WHEN campaign IS NULL THEN 'campaign'
  WHEN was IS NULL THEN 'created'
  WHEN properties(was) <> row.properties THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE WHEN outcome IN ['created', 'updated'] THEN [1] ELSE [] END |
  MERGE (creator)-[participation:PARTICIPATED_IN]->(campaign)
  SET participation = row.properties, creator.stale = true, creator.fresh = timestamp(),
    campaign.stale = true
)
RETURN outcome, count(*) AS rows,
  CASE WHEN outcome IN ['creator', 'campaign'] THEN collect(row.at) ELSE [] END AS refused
