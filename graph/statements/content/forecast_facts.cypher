// What is known of some contents that forecasts of their views rest on?
/*
:params {keys: ['co-000001']};
returns key, content, followers, days (from 1970-01-01), counts (followers by then), prices, spend
  and impressions (of its campaign), contents (published earlier by the same creator, the latest
  first), results ([end, impressions] of works, the latest first); a content is [key, moment,
  format, isSponsored, moments, views, likes, comments, shares, clicks]; moments are seconds
*/
UNWIND $keys AS key
MATCH (content:Content {key: key})<-[:POSTED]-(creator:Creator)
RETURN key, [key, content.published.epochSeconds, content.format,
    EXISTS { (content)-[:FOR_CAMPAIGN]->() }, content.metricsAt, content.metricsViews,
    content.metricsLikes, content.metricsComments, content.metricsShares, content.metricsClicks
  ] AS content, creator.followers AS followers, creator.historyDays AS days,
  creator.historyFollowers AS counts, [creator.priceShortVideo, creator.priceMidVideo,
    creator.priceImageText, creator.priceLive] AS prices, COLLECT {
    MATCH (content)-[:FOR_CAMPAIGN]->(campaign)
    RETURN [campaign.spend, campaign.impressions] ORDER BY campaign.key LIMIT 1
  }[0] AS price, COLLECT {
    MATCH (creator)-[:POSTED]->(other)
    WHERE other.published < content.published AND size(other.metricsAt) > 0
    RETURN [other.key, other.published.epochSeconds, other.format, false, other.metricsAt,
      other.metricsViews, null, null, null, null]
    ORDER BY other.published DESC, other.key LIMIT 60
  } AS contents, COLLECT {
    MATCH (creator)-[did:PARTICIPATED_IN]->(campaign)
    WHERE did.impressions > 0 AND campaign.ends < date(content.published)
    RETURN [datetime({date: campaign.ends}).epochSeconds + 86400, did.impressions]
    ORDER BY campaign.ends DESC, campaign.key LIMIT 60
  } AS results
ORDER BY key
