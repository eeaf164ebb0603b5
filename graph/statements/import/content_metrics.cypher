// What was counted of contents? The contents are held until the transaction ends.
/*
:params {keys: ['co-1']};
returns key and nine lists of equal length (null when nothing was counted; metricsCompleted and
  metricsSearches may be null where the others are not); no row for a key that does not exist
*/
CYPHER replan=skip
UNWIND $keys AS key
MATCH (content:Content {key: key})
REMOVE content.held
RETURN key, content.metricsAt AS metricsAt, content.metricsViews AS metricsViews,
  content.metricsLikes AS metricsLikes, content.metricsComments AS metricsComments,
  content.metricsShares AS metricsShares, content.metricsClicks AS metricsClicks,
  content.metricsConversions AS metricsConversions, content.metricsCompleted AS metricsCompleted,
  content.metricsSearches AS metricsSearches
