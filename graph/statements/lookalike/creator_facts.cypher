// What do reasons say of some creators? Names are told of seeds alone, since only what is shared
// with these is said; what is listed, and in which order, does not depend on who is a seed.
/*
:params {keys: ['cr-1'], told: ['cr-1'], today: '2026-11-25', listed: 100, contents: 20};
returns key, followers, price, region, language, agencies, categories, brands, campaigns (each of
  key and name), tags (most used first), audience (of key, name, dimension and share),
  impressions, clicks, conversions, fee
*/
UNWIND $keys AS key
MATCH (creator:Creator {key: key})
WITH key, creator, key IN $told AS told
CALL (creator) {
  MATCH (creator)-[did:PARTICIPATED_IN]->(campaign)
  OPTIONAL MATCH (campaign)<-[:RAN]-(brand)
  RETURN collect(campaign) AS campaigns, collect(DISTINCT brand) AS brands,
    sum(did.impressions) AS impressions, sum(did.clicks) AS clicks,
    sum(did.conversions) AS conversions,
    sum(CASE WHEN did.impressions > 0 THEN did.fee ELSE 0 END) AS fee
}
RETURN key, creator.followers AS followers,
  coalesce(creator.priceShortVideo, creator.priceMidVideo, creator.priceImageText,
    creator.priceLive) AS price, creator.region AS region, creator.language AS language,
  COLLECT {
    MATCH (creator)-[with:SIGNED_WITH]->(agency)
    WHERE with.since <= date($today) AND (with.until IS NULL OR with.until >= date($today))
    WITH DISTINCT agency
    RETURN [agency.key, agency.name] ORDER BY agency.key
  } AS agencies,
  COLLECT {
    MATCH (creator)-[in:IN_CATEGORY]->(category)
    RETURN [category.key, category.name] ORDER BY in.position, category.key
  } AS categories,
  COLLECT {
    UNWIND brands AS brand
    WITH brand ORDER BY brand.creatorCount, brand.key LIMIT $listed
    RETURN [brand.key, CASE WHEN told THEN brand.name END]
  } AS brands,
  COLLECT {
    UNWIND campaigns AS campaign
    WITH campaign ORDER BY campaign.byStarts DESC, campaign.key LIMIT $listed
    RETURN [campaign.key, CASE WHEN told THEN campaign.name END]
  } AS campaigns,
  COLLECT {
    MATCH (creator)-[:POSTED]->(content)
    WITH content ORDER BY content.published DESC, content.key LIMIT $contents
    UNWIND content.tags AS tag
    WITH tag, count(*) AS often
    RETURN tag ORDER BY often DESC, tag
  } AS tags,
  COLLECT {
    MATCH (creator)-[reach:REACHES]->(segment)
    RETURN [segment.key, CASE WHEN told THEN segment.name END, segment.dimension, reach.share]
  } AS audience,
  impressions, clicks, conversions, fee
