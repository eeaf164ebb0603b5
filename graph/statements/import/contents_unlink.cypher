// Which contents have another creator, another campaign or other guests than their rows say? They
// lose all of them.
/*
:params {rows: [{at: 0, key: 'co-1', creator: 'cr-1', campaign: null, coCreators: []}]};
returns at; rows that name what does not exist are left alone
*/
CYPHER replan=skip
UNWIND $rows AS row
MATCH (content:Content {key: row.key})
WITH row, content, [key IN [row.campaign] WHERE key IS NOT NULL] AS campaign,
  COLLECT { MATCH (content)<-[:POSTED]-(creator:Creator) RETURN creator.key } AS creators,
  COLLECT { MATCH (content)-[:FOR_CAMPAIGN]->(to:Campaign) RETURN to.key } AS campaigns,
  COLLECT { MATCH (content)<-[in:APPEARS_IN]-(to) RETURN to.key ORDER BY in.position } AS guests
WHERE (creators <> [row.creator] OR campaigns <> campaign OR guests <> row.coCreators)
  AND EXISTS { (:Creator {key: row.creator}) }
  AND all(key IN campaign WHERE EXISTS { (:Campaign {key: key}) })
  AND all(key IN row.coCreators WHERE EXISTS { (:Creator {key: key}) })
OPTIONAL MATCH (content)-[link:POSTED|FOR_CAMPAIGN|APPEARS_IN]-()
DELETE link
RETURN DISTINCT row.at AS at
