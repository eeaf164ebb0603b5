// What was counted of contents, by content, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key (the content's), rows (in the order of content_metrics' columns, the moment as seconds
  since 1970-01-01)
*/
MATCH (content:Content)
WHERE content.key > $after AND ($keys IS NULL OR content.key IN $keys)
WITH content
ORDER BY content.key
LIMIT $limit
WITH content.key AS key, content {.*} AS of
RETURN key, [i IN range(0, size(coalesce(of.metricsAt, [])) - 1) | [
  key, of.metricsAt[i], nullIf(of.metricsViews[i], -1), nullIf(of.metricsLikes[i], -1),
  nullIf(of.metricsComments[i], -1), nullIf(of.metricsShares[i], -1),
  nullIf(of.metricsClicks[i], -1), nullIf(of.metricsConversions[i], -1),
  nullIf(of.metricsCompleted[i], -1), nullIf(of.metricsSearches[i], -1)
]] AS rows
ORDER BY key
