// What do reasons say of some creators?
/*
:params {keys: ['cr-1'], today: '2026-11-25', listed: 100, contents: 20}
returns key, followers, price, region, agencies, categories, brands, campaigns (each of key and
  name), tags, audience (of key, name, dimension and share), impressions, clicks, conversions, fee
*/
UNWIND $keys AS key
MATCH (creator:Creator {key: key})
CALL (creator) {
  MATCH (creator)-[did:PARTICIPATED_IN]->()
  RETURN sum(did.impressions) AS impressions, sum(did.clicks) AS clicks,
    sum(did.conversions) AS conversions,
    sum(CASE WHEN did.impressions > 0 THEN did.fee ELSE 0 END) AS fee
}
RETURN key, creator.followers AS followers,
  coalesce(creator.priceShortVideo, creator.priceMidVideo, creator.priceImageText,
    creator.priceLive) AS price, creator.region AS region,
  COLLECT {
    MATCH (creator)-[with:SIGNED_WITH]->(agency)
    WHERE with.since <= date($today) AND (with.until IS NULL OR with.until >= date($today))
    RETURN DISTINCT [agency.key, agency.name]
  } AS agencies,
  COLLECT {
    MATCH (creator)-[in:IN_CATEGORY]->(category)
    RETURN [category.key, category.name] ORDER BY in.position, category.key
  } AS categories,
  COLLECT {
    MATCH (creator)-[:PARTICIPATED_IN]->()<-[:RAN]-(brand)
    WITH DISTINCT brand
    RETURN [brand.key, brand.name] ORDER BY brand.creatorCount, brand.key LIMIT $listed
  } AS brands,
  COLLECT {
    MATCH (creator)-[:PARTICIPATED_IN]->(campaign)
    RETURN [campaign.key, campaign.name] ORDER BY campaign.byStarts DESC, campaign.key LIMIT $listed
  } AS campaigns,
  COLLECT {
    MATCH (creator)-[:POSTED]->(content)
    WITH content ORDER BY content.published DESC, content.key LIMIT $contents
    UNWIND content.tags AS tag
    RETURN DISTINCT tag
  } AS tags,
  COLLECT {
    MATCH (creator)-[reach:REACHES]->(segment)
    RETURN [segment.key, segment.name, segment.dimension, reach.share]
  } AS audience,
  impressions, clicks, conversions, fee
