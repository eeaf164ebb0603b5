// How are a creator's contents of the last days watched, those for campaigns and all others?
/*
:params {days: 90, today: date('2026-11-23')};
this MATCH (this:Creator {key: 'cr-000001'})
returns sponsored, organic (contents, medianViews, completion, engagement, hitRate)
*/
CALL (this) {
  MATCH (this)-[:POSTED]->(content:Content)
  WHERE 0 <= duration.inDays(date(content.published), $today).days < $days
  WITH EXISTS { (content)-[:FOR_CAMPAIGN]->() } AS isSponsored,
    date(content.published) <= $today - duration({days: 7}) AS isOld,
    nullIf(content.metricsViews[-1], -1) AS views,
    nullIf(content.metricsCompleted[-1], -1) AS completed,
    [n IN [content.metricsLikes[-1], content.metricsComments[-1], content.metricsShares[-1]]
      WHERE n >= 0] AS acts
  WITH isSponsored, CASE WHEN isOld THEN views END AS oldViews,
    CASE WHEN completed IS NOT NULL THEN views END AS begun,
    CASE WHEN views IS NOT NULL THEN completed END AS completed,
    CASE WHEN size(acts) > 0 THEN views END AS seen, CASE WHEN views IS NOT NULL AND size(acts) > 0
      THEN reduce(sum = 0, n IN acts | sum + n) END AS engaged
  RETURN collect({isSponsored: isSponsored, oldViews: oldViews, begun: toFloat(begun),
    completed: toFloat(completed), seen: toFloat(seen), engaged: toFloat(engaged)}) AS contents,
    percentileCont(oldViews, 0.5) AS median
}
CALL (contents, median) {
  UNWIND [true, false] AS isSponsored
  CALL (contents, median, isSponsored) {
    UNWIND [content IN contents WHERE content.isSponsored = isSponsored] AS content
    RETURN {contents: count(content), medianViews: percentileCont(content.oldViews, 0.5),
      completion: CASE WHEN sum(content.completed) <= sum(content.begun)
        THEN sum(content.completed) / nullIf(sum(content.begun), 0) END,
      engagement: sum(content.engaged) / nullIf(sum(content.seen), 0),
      hitRate: 1.0 * count(CASE WHEN content.oldViews >= 3 * nullIf(median, 0) THEN 1 END)
        / nullIf(count(content.oldViews * nullIf(median, 0)), 0)} AS stat
  }
  WITH isSponsored, stat
  ORDER BY isSponsored DESC
  RETURN collect(stat) AS stats
}
RETURN stats[0] AS sponsored, stats[1] AS organic
