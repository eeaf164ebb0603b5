// Counts campaigns' totals anew; their brands' are then stale.
/*
:params {keys: ['ca-1']}
returns nothing
*/
UNWIND $keys AS key
MATCH (campaign:Campaign {key: key})
REMOVE campaign.stale
WITH campaign
CALL (campaign) {
  OPTIONAL MATCH (campaign)<-[did:PARTICIPATED_IN]-(:Creator)
  RETURN count(did) AS creators, sum(did.impressions) AS impressions,
    sum(did.fee) AS spend
}
SET campaign.creatorCount = creators, campaign.impressions = impressions,
  campaign.spend = spend, campaign.revision = coalesce(campaign.revision, 0) + 1
WITH campaign
MATCH (campaign)<-[:RAN]-(brand:Brand)
SET brand.stale = true
