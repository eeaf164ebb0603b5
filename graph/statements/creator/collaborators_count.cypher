// As many rows as creator/collaborators gives in all.
/*
:params {minShared: 1};
this MATCH (this:Creator {key: 'cr-000001'})
returns node
*/
CALL (this) {
  MATCH (this)-[:PARTICIPATED_IN]->(campaign:Campaign)<-[:PARTICIPATED_IN]-(node:Creator)
  RETURN node, count(*) AS shared
  UNION ALL
  MATCH (this)-[:POSTED|APPEARS_IN]->(content:Content)
  WITH DISTINCT this, content
  MATCH (content)<-[:POSTED|APPEARS_IN]-(node:Creator)
  RETURN node, count(DISTINCT content) AS shared
  UNION ALL
  MATCH (this)-[:PARTICIPATED_IN]->(:Campaign)<-[:RAN]-(brand:Brand)
  WITH DISTINCT brand
  MATCH (brand)-[:RAN]->(:Campaign)<-[:PARTICIPATED_IN]-(node:Creator)
  RETURN node, count(DISTINCT brand) AS shared
}
WITH this, node, sum(shared) AS shared
WHERE shared >= $minShared AND node <> this
RETURN node
