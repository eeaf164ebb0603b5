// Records that a creator works on a campaign, and the values given; others stay. All totals that
// count the participation change by as much as it did.
/*
:params {campaign: 'ca-1', creator: 'cr-1', values: {fee: 100000, impressions: 20000}}
returns row {participation {campaign, creator} (keys), userErrors (none)}; no row where one of
  the two does not exist
*/
MATCH (campaign:Campaign {key: $campaign})
MATCH (creator:Creator {key: $creator})
// Whoever records the same waits here: always the campaign first, then the creator, its brand, its
// agencies.
SET campaign.revision = coalesce(campaign.revision, 0) + 1
SET creator.campaignCount = coalesce(creator.campaignCount, 0), creator.fresh = timestamp()
WITH campaign, creator
OPTIONAL MATCH (creator)-[before:PARTICIPATED_IN]->(campaign)
WITH campaign, creator, CASE WHEN before IS NULL THEN 1 ELSE 0 END AS one,
  coalesce(before.fee, 0) AS feeBefore, coalesce(before.impressions, 0) AS impressionsBefore
MERGE (creator)-[did:PARTICIPATED_IN]->(campaign)
SET did += $values
WITH campaign, creator, did, one, coalesce(did.fee, 0) - feeBefore AS fee,
  coalesce(did.impressions, 0) - impressionsBefore AS impressions
SET did.source = coalesce(did.source, head(COLLECT {
    MATCH (campaign)-[invitation:INVITED]->(creator)
    RETURN invitation.source
  }))
SET campaign.creatorCount = coalesce(campaign.creatorCount, 0) + one,
  campaign.impressions = coalesce(campaign.impressions, 0) + impressions,
  campaign.spend = coalesce(campaign.spend, 0) + fee
WITH campaign, creator, one, fee
OPTIONAL MATCH (campaign)<-[:RAN]-(brand:Brand)
WITH campaign, creator, one, fee, brand,
  CASE WHEN one = 1 AND brand IS NOT NULL AND COUNT {
    MATCH (creator)-[:PARTICIPATED_IN]->(:Campaign)<-[:RAN]-(brand)
  } = 1 THEN 1 ELSE 0 END AS oneOfBrand
SET brand.creatorCount = coalesce(brand.creatorCount, 0) + oneOfBrand,
  brand.spend = coalesce(brand.spend, 0) + fee
WITH campaign, creator, one, fee, oneOfBrand
CALL (creator) {
  MATCH (creator)-[any:PARTICIPATED_IN]->()
  RETURN sum(any.fee) AS spend, count(any.fee) AS fees, sum(any.impressions) AS shown
}
SET creator.campaignCount = creator.campaignCount + one,
  creator.brandCount = coalesce(creator.brandCount, 0) + oneOfBrand,
  creator.spend = spend,
  creator.byCpm = CASE WHEN fees > 0 AND shown > 0 THEN 1000.0 * spend / shown ELSE -1.0 END
WITH campaign, creator, fee
CALL (campaign, creator, fee) {
  MATCH (creator)-[contract:SIGNED_WITH]->(agency:Agency)
  WHERE contract.since <= campaign.starts
    AND (contract.until IS NULL OR contract.until >= campaign.starts)
  WITH DISTINCT agency
  ORDER BY agency.key
  SET agency.spend = coalesce(agency.spend, 0) + fee
}
RETURN {participation: {campaign: campaign.key, creator: creator.key}, userErrors: []} AS row
