// Which contents of which creators have been counted, and what else tells how they are watched?
/*
:params {};
returns followers, days (from 1970-01-01), counts (followers by then), prices, contents, the
  earliest first ([key, moment, format, isSponsored, moments, views, likes, comments, shares,
  clicks]), results ([end, impressions] of works, the earliest first); moments are seconds
*/
MATCH (creator:Creator)
WHERE creator.key IS NOT NULL AND EXISTS {
  MATCH (creator)-[:POSTED]->(content)
  WHERE size(content.metricsAt) > 0
}
RETURN creator.followers AS followers, creator.historyDays AS days,
  creator.historyFollowers AS counts, [creator.priceShortVideo, creator.priceMidVideo,
    creator.priceImageText, creator.priceLive] AS prices, COLLECT {
    MATCH (creator)-[:POSTED]->(content)
    WHERE size(content.metricsAt) > 0
    RETURN [content.key, content.published.epochSeconds, content.format,
      EXISTS { (content)-[:FOR_CAMPAIGN]->() }, content.metricsAt, content.metricsViews,
      content.metricsLikes, content.metricsComments, content.metricsShares, content.metricsClicks]
    ORDER BY content.published, content.key
  } AS contents, COLLECT {
    MATCH (creator)-[did:PARTICIPATED_IN]->(campaign)
    WHERE did.impressions > 0 AND campaign.ends IS NOT NULL
    RETURN [datetime({date: campaign.ends}).epochSeconds + 86400, did.impressions]
    ORDER BY campaign.ends, campaign.key
  } AS results
ORDER BY creator.key
