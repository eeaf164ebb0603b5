// Counts brands' totals anew.
// Sums are of decimals, which never overflow and are exact up to 2^53 - 1; a greater one is
// kept as that.
/*
:params {keys: ['b-1']};
returns nothing
*/
UNWIND $keys AS key
MATCH (brand:Brand {key: key})
REMOVE brand.stale
WITH brand
CALL (brand) {
  OPTIONAL MATCH (brand)-[:RAN]->(campaign:Campaign)
  RETURN count(campaign) AS campaigns, sum(toFloat(campaign.spend)) AS spend
}
CALL (brand) {
  OPTIONAL MATCH (brand)-[:RAN]->(:Campaign)<-[:PARTICIPATED_IN]-(creator:Creator)
  RETURN count(DISTINCT creator) AS creators
}
SET brand.campaignCount = campaigns, brand.creatorCount = creators,
  brand.spend = toInteger(
    CASE WHEN spend < 9007199254740991 THEN spend ELSE 9007199254740991 END)
