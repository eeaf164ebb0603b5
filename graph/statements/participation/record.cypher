// Records that creators work on a campaign, and the values given of each; others stay. All totals
// that count the participations change by as much as these did. Sums are of decimals, which never
// overflow and are exact up to 2^53 - 1; a greater total is kept as that.
/*
:params {campaign: 'ca-1', rows: [{creator: 'cr-1', values: {fee: 100000, impressions: 20000}}]};
takes each creator once, in the order of their keys
returns creators (keys of those who exist); no row where the campaign does not exist
*/
MATCH (campaign:Campaign {key: $campaign})
// Whoever records the same waits here: the campaign comes first, then creators, brand, agencies.
SET campaign.revision = coalesce(campaign.revision, 0) + 1
WITH campaign
CALL (campaign) {
  UNWIND $rows AS row
  MATCH (creator:Creator {key: row.creator})
  SET creator.campaignCount = coalesce(creator.campaignCount, 0), creator.fresh = timestamp()
  WITH campaign, creator, row
  OPTIONAL MATCH (creator)-[before:PARTICIPATED_IN]->(campaign)
  WITH campaign, creator, row, CASE WHEN before IS NULL THEN 1 ELSE 0 END AS one,
    coalesce(before.fee, 0) AS feeBefore, coalesce(before.impressions, 0) AS impressionsBefore
  MERGE (creator)-[did:PARTICIPATED_IN]->(campaign)
  SET did += row.values
  WITH campaign, creator, did, one, coalesce(did.fee, 0) - feeBefore AS fee,
    coalesce(did.impressions, 0) - impressionsBefore AS impressions
  SET did.source = coalesce(did.source, head(COLLECT {
      MATCH (campaign)-[invitation:INVITED]->(creator)
      RETURN invitation.source
    }))
  WITH campaign, creator, one, fee, impressions, CASE WHEN one = 1
    AND EXISTS { (campaign)<-[:RAN]-(:Brand) }
    AND NOT EXISTS {
      MATCH (campaign)<-[:RAN]-(:Brand)-[:RAN]->(other:Campaign)<-[:PARTICIPATED_IN]-(creator)
      WHERE other <> campaign
    } THEN 1 ELSE 0 END AS oneOfBrand
  CALL (creator) {
    MATCH (creator)-[any:PARTICIPATED_IN]->()
    RETURN sum(toFloat(any.fee)) AS spend, count(any.fee) AS fees,
      sum(toFloat(any.impressions)) AS shown
  }
  SET creator.campaignCount = creator.campaignCount + one,
    creator.brandCount = coalesce(creator.brandCount, 0) + oneOfBrand,
    creator.spend = toInteger(
      CASE WHEN spend < 9007199254740991 THEN spend ELSE 9007199254740991 END),
    creator.byCpm = CASE WHEN fees > 0 AND shown > 0 THEN 1000.0 * spend / shown ELSE -1.0 END
  RETURN collect({creator: creator, fee: fee}) AS changes, sum(one) AS ones,
    sum(oneOfBrand) AS onesOfBrand, sum(toFloat(fee)) AS fee,
    sum(toFloat(impressions)) AS impressions
}
WITH campaign, changes, ones, onesOfBrand, fee,
  coalesce(campaign.impressions, 0) + impressions AS shown,
  coalesce(campaign.spend, 0) + fee AS spend
SET campaign.creatorCount = coalesce(campaign.creatorCount, 0) + ones,
  campaign.impressions = toInteger(
    CASE WHEN shown < 9007199254740991 THEN shown ELSE 9007199254740991 END),
  campaign.spend = toInteger(
    CASE WHEN spend < 9007199254740991 THEN spend ELSE 9007199254740991 END)
WITH campaign, changes, onesOfBrand, fee
CALL (campaign, onesOfBrand, fee) {
  MATCH (campaign)<-[:RAN]-(brand:Brand)
  WHERE onesOfBrand <> 0 OR fee <> 0
  // Setting locks the brand first: what another campaign records meanwhile is not lost.
  SET brand.spend = coalesce(brand.spend, 0)
  WITH brand, onesOfBrand, brand.spend + fee AS spend
  SET brand.creatorCount = coalesce(brand.creatorCount, 0) + onesOfBrand,
    brand.spend = toInteger(
      CASE WHEN spend < 9007199254740991 THEN spend ELSE 9007199254740991 END)
}
CALL (campaign, changes) {
  UNWIND [change IN changes WHERE change.fee <> 0] AS change
  WITH campaign, change.creator AS creator, change.fee AS fee
  MATCH (creator)-[contract:SIGNED_WITH]->(agency:Agency)
  WHERE contract.since <= campaign.starts
    AND (contract.until IS NULL OR contract.until >= campaign.starts)
  WITH DISTINCT agency, creator, fee
  WITH agency, sum(toFloat(fee)) AS fee
  ORDER BY agency.key
  SET agency.spend = coalesce(agency.spend, 0)
  WITH agency, agency.spend + fee AS spend
  SET agency.spend = toInteger(
    CASE WHEN spend < 9007199254740991 THEN spend ELSE 9007199254740991 END)
}
RETURN [change IN changes | change.creator.key] AS creators
