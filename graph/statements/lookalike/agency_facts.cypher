// What do reasons say of some agencies? Of their creators under contract, taken together.
/*
:params {keys: ['a-1'], today: date('2026-11-25'), listed: 100};
returns key, followers and price (of one creator, on average), region, impressions, clicks,
  conversions, fee; see agency_lists
*/
UNWIND $keys AS key
MATCH (agency:Agency {key: key})
WITH key, agency, COLLECT {
  MATCH (agency)<-[contract:SIGNED_WITH]-(creator:Creator)
  WHERE contract.since <= $today
    AND (contract.until IS NULL OR contract.until >= $today)
  WITH DISTINCT creator
  RETURN creator ORDER BY creator.key LIMIT $listed
} AS roster
CALL (roster) {
  UNWIND roster AS creator
  RETURN toInteger(avg(creator.followers)) AS followers,
    toInteger(avg(coalesce(creator.priceShortVideo, creator.priceMidVideo, creator.priceImageText,
      creator.priceLive))) AS price
}
CALL (roster) {
  UNWIND roster AS creator
  MATCH (creator)-[did:PARTICIPATED_IN]->()
  RETURN sum(did.impressions) AS impressions, sum(did.clicks) AS clicks,
    sum(did.conversions) AS conversions,
    sum(CASE WHEN did.impressions > 0 THEN did.fee ELSE 0 END) AS fee
}
RETURN key, followers, price, agency.region AS region, impressions, clicks, conversions, fee
