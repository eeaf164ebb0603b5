// Which lists are made for another campaign than their rows say? They lose it.
/*
:params {rows: [{at: 0, key: 'l-1', campaign: null}]};
returns at; rows that name what does not exist are left alone
*/
CYPHER replan=skip
UNWIND $rows AS row
MATCH (list:CreatorList {key: row.key})
WITH row, list, [key IN [row.campaign] WHERE key IS NOT NULL] AS campaign,
  COLLECT { MATCH (list)-[:MADE_FOR]->(to:Campaign) RETURN to.key } AS campaigns
WHERE campaigns <> campaign AND all(key IN campaign WHERE EXISTS { (:Campaign {key: key}) })
OPTIONAL MATCH (list)-[link:MADE_FOR]->()
DELETE link
RETURN DISTINCT row.at AS at
