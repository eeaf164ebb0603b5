// Counts campaigns' totals anew; their brands' are then stale.
// Sums are of decimals, which never overflow and are exact up to 2^53 - 1; a greater one is
// kept as that.
/*
:params {keys: ['ca-1']};
returns nothing
*/
UNWIND $keys AS key
MATCH (campaign:Campaign {key: key})
REMOVE campaign.stale
WITH campaign
CALL (campaign) {
  OPTIONAL MATCH (campaign)<-[did:PARTICIPATED_IN]-(:Creator)
  RETURN count(did) AS creators, sum(toFloat(did.impressions)) AS impressions,
    sum(toFloat(did.fee)) AS spend
}
SET campaign.creatorCount = creators,
  campaign.impressions = toInteger(
    CASE WHEN impressions < 9007199254740991 THEN impressions ELSE 9007199254740991 END),
  campaign.spend = toInteger(
    CASE WHEN spend < 9007199254740991 THEN spend ELSE 9007199254740991 END),
  campaign.revision = coalesce(campaign.revision, 0) + 1
WITH campaign
MATCH (campaign)<-[:RAN]-(brand:Brand)
SET brand.stale = true
