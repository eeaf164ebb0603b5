// What have some creators done, for whom, and what came of it? Names are told of seeds alone.
/*
:params {keys: ['cr-1'], told: ['cr-1'], listed: 100, contents: 20};
returns key, brands, campaigns (each of key and name), tags (most used first), impressions, clicks,
  conversions, fee
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
RETURN key,
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
  } AS tags, impressions, clicks, conversions, fee
