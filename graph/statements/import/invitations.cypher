// Writes invitations, each as its row says; of a row's answer and the graph's the last stands.
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
WITH row, campaign, creator, was, row.properties AS told, CASE
  WHEN was.answer IS NULL THEN false
  WHEN row.properties.answer IS NULL THEN true
  WHEN was.answer = 'EXPIRED' THEN false
  WHEN row.properties.answer = 'EXPIRED' THEN true
  ELSE coalesce(was.answered > row.properties.answered, was.answered IS NOT NULL) END AS stands
WITH row, campaign, creator, was, told,
  CASE WHEN NOT stands AND was.answer <> told.answer THEN [was] ELSE [] END AS gone,
  ['at', 'source', 'offer', 'modelVersion', 'rank', 'propensity'] +
    CASE WHEN stands THEN [] ELSE ['answer', 'answered'] END AS names
WITH row, campaign, creator, told, gone, names, CASE
  WHEN campaign IS NULL THEN 'campaign'
  WHEN creator IS NULL THEN 'creator'
  WHEN was IS NULL THEN 'created'
  WHEN any(name IN names WHERE coalesce(was[name], '') <> coalesce(told[name], '')) THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE WHEN outcome IN ['created', 'updated'] THEN [1] ELSE [] END |
  MERGE (campaign)-[invitation:INVITED]->(creator)
  SET creator.fresh = timestamp()
  FOREACH (was IN gone |
    SET invitation.earlierAnswers = coalesce(was.earlierAnswers, []) + was.answer,
      invitation.earlierAnswered = coalesce(was.earlierAnswered, []) +
        coalesce(was.answered.epochSeconds, -1))
  FOREACH (name IN names | SET invitation[name] = told[name])
)
RETURN outcome, count(*) AS rows,
  CASE WHEN outcome IN ['campaign', 'creator'] THEN collect(row.at) ELSE [] END AS refused
