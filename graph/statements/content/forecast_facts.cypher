// What is known of some contents that forecasts of their views rest on, by creator?
/*
:params {keys: ['co-000001'], most: 120};
returns asked, followers, days (from 1970-01-01), counts (followers by then), prices, contents
  (published before the latest asked, the latest first), results ([end, impressions] of works, the
  latest first); a content is [key, moment, format, isSponsored, moments, views, likes, comments,
  shares, clicks], one that is asked [content, [spend, impressions] of its campaign]; moments are
  seconds
*/
UNWIND $keys AS key
MATCH (content:Content {key: key})<-[:POSTED]-(creator:Creator)
WITH creator, max(content.published) AS latest, collect([[key, content.published.epochSeconds,
    content.format, EXISTS { (content)-[:FOR_CAMPAIGN]->() }, content.metricsAt,
    content.metricsViews, content.metricsLikes, content.metricsComments, content.metricsShares,
    content.metricsClicks], COLLECT {
    MATCH (content)-[:FOR_CAMPAIGN]->(campaign)
    RETURN [campaign.spend, campaign.impressions] ORDER BY campaign.key LIMIT 1
  }[0]]) AS asked
RETURN asked, creator.followers AS followers, creator.historyDays AS days,
  creator.historyFollowers AS counts, [creator.priceShortVideo, creator.priceMidVideo,
    creator.priceImageText, creator.priceLive] AS prices, COLLECT {
    MATCH (creator)-[:POSTED]->(other)
    WHERE other.published < latest AND size(other.metricsAt) > 0
    RETURN [other.key, other.published.epochSeconds, other.format, false, other.metricsAt,
      other.metricsViews, null, null, null, null]
    ORDER BY other.published DESC, other.key LIMIT $most
  } AS contents, COLLECT {
    MATCH (creator)-[did:PARTICIPATED_IN]->(campaign)
    WHERE did.impressions > 0 AND campaign.ends < date(latest)
    RETURN [datetime({date: campaign.ends}).epochSeconds + 86400, did.impressions]
    ORDER BY campaign.ends DESC, campaign.key LIMIT $most
  } AS results
ORDER BY creator.key
