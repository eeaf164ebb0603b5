// Writes which creators and agencies are members of programmes.
/*
:params {rows: [{at: 0, programme: 'pr-1', member: 'cr-1', kind: 'CREATOR'}]};
returns outcome (created, unchanged or the column that names what does not exist), rows,
  refused (the rows' at)
*/
CYPHER replan=skip
UNWIND $rows AS row
OPTIONAL MATCH (programme:Programme {key: row.programme})
OPTIONAL MATCH (creator:Creator {key: CASE row.kind WHEN 'CREATOR' THEN row.member END})
OPTIONAL MATCH (agency:Agency {key: CASE row.kind WHEN 'AGENCY' THEN row.member END})
WITH row, programme, coalesce(creator, agency) AS member
WITH row, programme, member, CASE
  WHEN programme IS NULL THEN 'programme'
  WHEN member IS NULL THEN 'member'
  WHEN EXISTS { (member)-[:MEMBER_OF]->(programme) } THEN 'unchanged'
  ELSE 'created' END AS outcome
FOREACH (_ IN CASE outcome WHEN 'created' THEN [1] ELSE [] END |
  MERGE (member)-[:MEMBER_OF]->(programme)
)
RETURN outcome, count(*) AS rows,
  CASE WHEN outcome IN ['programme', 'member'] THEN collect(row.at) ELSE [] END AS refused
