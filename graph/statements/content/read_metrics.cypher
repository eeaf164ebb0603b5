// What has been counted of a content?
/*
:params {content: 'co-1'};
returns at and eight counts, lists of equal length (null when nothing was counted; completed and
  searches may be null where the others are not);
  no row when there is no content
*/
MATCH (content:Content {key: $content})
SET content.touched = true
REMOVE content.touched
RETURN content.metricsAt AS at, content.metricsViews AS views, content.metricsLikes AS likes,
  content.metricsComments AS comments, content.metricsShares AS shares,
  content.metricsClicks AS clicks, content.metricsConversions AS conversions,
  content.metricsCompleted AS completed, content.metricsSearches AS searches
