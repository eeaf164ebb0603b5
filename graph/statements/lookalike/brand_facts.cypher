// What do reasons say of some brands? Of the creators they hired last, taken together, and of
// themselves.
/*
:params {keys: ['b-1'], listed: 100};
returns key, followers and price (of one creator, on average), categories (of key and name),
  creators (of key and name), audience (of key, name, dimension and share), impressions, clicks,
  conversions, fee
*/
UNWIND $keys AS key
MATCH (brand:Brand {key: key})
WITH key, brand, COLLECT {
  MATCH (brand)-[:RAN]->(campaign)<-[:PARTICIPATED_IN]-(creator:Creator)
  WITH creator, max(campaign.byStarts) AS last
  RETURN creator ORDER BY last DESC, creator.key LIMIT $listed
} AS hired
CALL (hired) {
  UNWIND hired AS creator
  RETURN toInteger(avg(creator.followers)) AS followers,
    toInteger(avg(coalesce(creator.priceShortVideo, creator.priceMidVideo, creator.priceImageText,
      creator.priceLive))) AS price
}
CALL (brand) {
  MATCH (brand)-[:RAN]->()<-[did:PARTICIPATED_IN]-()
  RETURN sum(did.impressions) AS impressions, sum(did.clicks) AS clicks,
    sum(did.conversions) AS conversions,
    sum(CASE WHEN did.impressions > 0 THEN did.fee ELSE 0 END) AS fee
}
RETURN key, followers, price,
  COLLECT {
    MATCH (brand)-[in:IN_CATEGORY]->(category)
    RETURN [category.key, category.name] ORDER BY in.position, category.key
  } AS categories,
  COLLECT { UNWIND hired AS creator RETURN [creator.key, creator.name] } AS creators,
  COLLECT {
    UNWIND hired AS creator
    MATCH (creator)-[reach:REACHES]->(segment)
    WITH segment, sum(reach.share) AS share
    RETURN [segment.key, segment.name, segment.dimension, share / size(hired)]
  } AS audience,
  impressions, clicks, conversions, fee
