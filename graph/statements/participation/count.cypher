// Changes the totals of creators and their campaign by what was written. What is left to change?
// Sums are of decimals, which never overflow and are exact up to 2^53 - 1, the greatest total kept.
/*
:params {campaign: 'ca-1', rows: [{creator: 'cr-1', values: {fee: 100000, impressions: 20000}}]};
follows participation/write
returns campaign, changes, onesOfBrand (creators whom the brand never had), fee (added, all)
*/
CALL (changes) {
  UNWIND changes AS change
  WITH change, change.creator AS creator
  CALL (creator) {
    MATCH (creator)-[any:PARTICIPATED_IN]->()
    RETURN sum(toFloat(any.fee)) AS spend, count(any.fee) AS fees,
      sum(toFloat(any.impressions)) AS shown
  }
  SET creator.campaignCount = creator.campaignCount + change.one,
    creator.brandCount = coalesce(creator.brandCount, 0) + change.oneOfBrand,
    creator.spend = toInteger(
      CASE WHEN spend < 9007199254740991 THEN spend ELSE 9007199254740991 END),
    creator.byCpm = CASE WHEN fees > 0 AND shown > 0 THEN 1000.0 * spend / shown ELSE -1.0 END
  RETURN sum(change.one) AS ones, sum(change.oneOfBrand) AS onesOfBrand,
    sum(toFloat(change.fee)) AS fee, sum(toFloat(change.impressions)) AS impressions
}
WITH campaign, changes, ones, onesOfBrand, fee,
  coalesce(campaign.impressions, 0) + impressions AS shown,
  coalesce(campaign.spend, 0) + fee AS spend
SET campaign.creatorCount = coalesce(campaign.creatorCount, 0) + ones,
  campaign.impressions = toInteger(
    CASE WHEN shown < 9007199254740991 THEN shown ELSE 9007199254740991 END),
  campaign.spend = toInteger(
    CASE WHEN spend < 9007199254740991 THEN spend ELSE 9007199254740991 END)
RETURN campaign, changes, onesOfBrand, fee
