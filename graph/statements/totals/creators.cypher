// Counts creators' totals anew; their agencies' are then stale.
// Sums are of decimals, which never overflow and are exact up to 2^53 - 1; a greater one is
// kept as that.
/*
:params {keys: ['cr-1']};
returns nothing
*/
UNWIND $keys AS key
MATCH (creator:Creator {key: key})
REMOVE creator.stale
WITH creator
CALL (creator) {
  OPTIONAL MATCH (creator)-[did:PARTICIPATED_IN]->(campaign:Campaign)
  OPTIONAL MATCH (campaign)<-[:RAN]-(brand:Brand)
  WITH count(did) AS campaigns, count(DISTINCT brand) AS brands,
    sum(toFloat(did.fee)) AS spend, count(did.fee) AS fees,
    sum(toFloat(did.impressions)) AS impressions
  RETURN campaigns, brands, spend,
    CASE WHEN fees > 0 AND impressions > 0 THEN 1000.0 * spend / impressions ELSE -1.0 END AS cpm
}
WITH creator, campaigns, brands, spend, cpm,
  creator.historyDays AS days, creator.historyFollowers AS followers
WITH *, last([i IN range(0, coalesce(size(days), 0) - 1) WHERE days[i] <= days[-1] - 30]) AS i
SET creator.campaignCount = campaigns, creator.brandCount = brands,
  creator.spend = toInteger(
    CASE WHEN spend < 9007199254740991 THEN spend ELSE 9007199254740991 END),
  creator.byCpm = cpm,
  creator.byGrowth = coalesce(
    CASE WHEN followers[i] > 0 THEN toFloat(followers[-1] - followers[i]) / followers[i] END, -2.0)
WITH creator
MATCH (creator)-[:SIGNED_WITH]->(agency:Agency)
SET agency.stale = true
