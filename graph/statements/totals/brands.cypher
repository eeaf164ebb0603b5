// Counts brands' totals anew.
/*
:params {keys: ['b-1']}
returns nothing
*/
UNWIND $keys AS key
MATCH (brand:Brand {key: key})
REMOVE brand.stale
WITH brand
CALL (brand) {
  OPTIONAL MATCH (brand)-[:RAN]->(campaign:Campaign)
  RETURN count(campaign) AS campaigns, sum(campaign.spend) AS spend
}
CALL (brand) {
  OPTIONAL MATCH (brand)-[:RAN]->(:Campaign)<-[:PARTICIPATED_IN]-(creator:Creator)
  RETURN count(DISTINCT creator) AS creators
}
SET brand.campaignCount = campaigns, brand.creatorCount = creators, brand.spend = spend
