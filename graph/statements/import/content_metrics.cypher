// What was counted of contents? The contents are held until the transaction ends.
/*
:params {keys: ['co-1']};
returns key, metricsAt, metricsViews, metricsLikes, metricsComments, metricsShares, metricsClicks,
  metricsConversions (null when nothing was); no row for a key that does not exist
*/
CYPHER replan=skip
UNWIND $keys AS key
MATCH (content:Content {key: key})
REMOVE content.held
RETURN key, content.metricsAt AS metricsAt, content.metricsViews AS metricsViews,
  content.metricsLikes AS metricsLikes, content.metricsComments AS metricsComments,
  content.metricsShares AS metricsShares, content.metricsClicks AS metricsClicks,
  content.metricsConversions AS metricsConversions
