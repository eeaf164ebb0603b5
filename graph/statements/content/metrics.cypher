// What was counted of a content, moment by moment?
/*
:params {};
this MATCH (this:Content {key: 'co-0001'})
returns at (DATETIME), views, likes, comments, shares, clicks, conversions,
  completed, searches (null when unknown)
*/
UNWIND range(0, coalesce(size(this.metricsAt), 0) - 1) AS i
WITH this, i
RETURN datetime({epochSeconds: this.metricsAt[i]}) AS at,
  nullIf(this.metricsViews[i], -1) AS views,
  nullIf(this.metricsLikes[i], -1) AS likes,
  nullIf(this.metricsComments[i], -1) AS comments,
  nullIf(this.metricsShares[i], -1) AS shares,
  nullIf(this.metricsClicks[i], -1) AS clicks,
  nullIf(this.metricsConversions[i], -1) AS conversions,
  nullIf(this.metricsCompleted[i], -1) AS completed,
  nullIf(this.metricsSearches[i], -1) AS searches
