// Records how a participation stands, and keeps all totals that count it.
/*
:params {campaign: 'cp-000001', creator: 'cr-000001', values: {fee: 100000, impressions: 20000}}
returns recordParticipation
*/
MATCH (campaign:Campaign {key: $campaign})<-[:RAN]-(brand:Brand)
MATCH (creator:Creator {key: $creator})
SET campaign.revision = coalesce(campaign.revision, 0) + 1
WITH campaign, brand, creator
OPTIONAL MATCH (creator)-[before:PARTICIPATED_IN]->(campaign)
WITH campaign, brand, creator, before IS NULL AS isNew,
  coalesce(before.fee, 0) AS feeBefore, coalesce(before.impressions, 0) AS impressionsBefore
MERGE (creator)-[did:PARTICIPATED_IN]->(campaign)
SET did += $values
WITH *, coalesce(did.fee, 0) - feeBefore AS fee,
  coalesce(did.impressions, 0) - impressionsBefore AS impressions,
  CASE WHEN isNew THEN 1 ELSE 0 END AS one,
  CASE WHEN isNew AND COUNT {
    MATCH (creator)-[:PARTICIPATED_IN]->(:Campaign)<-[:RAN]-(brand)
  } = 1 THEN 1 ELSE 0 END AS oneOfBrand
SET campaign.creatorCount = campaign.creatorCount + one,
  campaign.spend = campaign.spend + fee,
  campaign.impressions = campaign.impressions + impressions,
  brand.creatorCount = brand.creatorCount + oneOfBrand,
  brand.spend = brand.spend + fee
WITH campaign, creator, did, fee, one, oneOfBrand
CALL (creator) {
  MATCH (creator)-[any:PARTICIPATED_IN]->(:Campaign)
  RETURN sum(any.fee) AS spent, count(any.fee) AS fees, sum(any.impressions) AS shown
}
SET creator.campaignCount = creator.campaignCount + one,
  creator.brandCount = creator.brandCount + oneOfBrand,
  creator.spend = spent,
  creator.byCpm = CASE WHEN fees > 0 AND shown > 0 THEN 1000.0 * spent / shown ELSE -1.0 END
WITH campaign, creator, did, fee
CALL (campaign, creator, fee) {
  MATCH (creator)-[contract:SIGNED_WITH]->(agency:Agency)
  WHERE contract.since <= campaign.starts
    AND (contract.until IS NULL OR contract.until >= campaign.starts)
  WITH DISTINCT agency, fee
  SET agency.spend = agency.spend + fee
}
RETURN {
  participation: did {
    .source, .fee, .impressions, .engagements, .clicks, .conversions, .gmv,
    creator: creator {.key, .name, .followers}, campaign: campaign {.key, .name}
  },
  userErrors: []
} AS recordParticipation
