// Records that creators work on a campaign: the participations, and all totals that count them.
// Those of the creators and the campaign are changed before, those of its brand and agencies here.
/*
:params {campaign: 'ca-1', rows: [{creator: 'cr-1', values: {fee: 100000, impressions: 20000}}]};
follows participation/count
returns creators (keys of those who exist); no row where the campaign does not exist
*/
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
  WITH campaign, change.creator AS creator, change.fee AS paid
  MATCH (creator)-[contract:SIGNED_WITH]->(agency:Agency)
  WHERE contract.since <= campaign.starts
    AND (contract.until IS NULL OR contract.until >= campaign.starts)
  WITH DISTINCT agency, creator, paid
  WITH agency, sum(toFloat(paid)) AS paid
  ORDER BY agency.key
  SET agency.spend = coalesce(agency.spend, 0)
  WITH agency, agency.spend + paid AS spend
  SET agency.spend = toInteger(
    CASE WHEN spend < 9007199254740991 THEN spend ELSE 9007199254740991 END)
}
RETURN [change IN changes | change.creator.key] AS creators
