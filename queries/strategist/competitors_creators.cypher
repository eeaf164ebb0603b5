// Which creators worked with a brand's three closest competitors lately, and never with the brand?
// A competitor is a brand of the same industry; the closest have the most creators in common. Beside how
// those campaigns went stands how many views the creator's other posts reached (organic), where that is
// known.
// @number 3
// @audience S
// @tags competitors, creators, brand
// @param brand: String! of Brand -- A brand's key.
// @param days: Int = 180 -- How many days back campaigns may have begun.
// @param today: Date = LAST_DAY -- The day that counts as today; the last day of the data when left out.
// @requires EXISTS { (:Brand {key: $brand}) } -- there is no brand of this key
// @requires EXISTS { (:Brand {key: $brand})-[:RAN]->()<-[:PARTICIPATED_IN]-() } -- nobody took part in a campaign of this brand
// @requires EXISTS { MATCH (b:Brand {key: $brand}) WHERE b.industry IS NOT NULL } -- the brand has no industry
// @requires EXISTS { MATCH (b:Brand {key: $brand})-[:RAN]->()<-[:PARTICIPATED_IN]-()-[:PARTICIPATED_IN]->()<-[:RAN]-(o:Brand) WHERE o <> b AND o.industry = b.industry } -- no other brand of its industry hired one of its creators
// @columns key: String, name: String, followers: Int, rivals: [String], campaigns: Int, yuan: Int, cpm: Float, ctrPercent: Float, viewsEach: Int, organicViews: Float
// @example {"brand": "b-0010", "today": "2026-11-23"}
MATCH (me:Brand {key: $brand})
MATCH (me)-[:RAN]->()<-[:PARTICIPATED_IN]-(c:Creator)
WITH me, c, date($today) AS today
MATCH (c)-[:PARTICIPATED_IN]->()<-[:RAN]-(rival:Brand)
WHERE rival <> me AND rival.industry = me.industry
WITH me, rival, today, count(DISTINCT c) AS shared ORDER BY shared DESC, rival.key LIMIT 3
MATCH (rival)-[:RAN]->(x:Campaign)<-[p:PARTICIPATED_IN]-(c:Creator)
WHERE x.starts >= today - duration({days: $days}) AND x.starts <= today
  AND NOT EXISTS { (me)-[:RAN]->()<-[:PARTICIPATED_IN]-(c) }
WITH c, collect(DISTINCT rival.name) AS rivals, count(p) AS campaigns, CASE WHEN count(p.fee) > 0 THEN sum(p.fee) END AS fee,
  CASE WHEN sum(p.impressions) > 0 THEN sum(p.impressions) END AS impressions,
  CASE WHEN count(p.clicks) > 0 THEN sum(p.clicks) END AS clicks
ORDER BY campaigns DESC, fee DESC, c.key LIMIT 20
CALL (c) {
  MATCH (c)-[:POSTED]->(post:Content) WHERE NOT (post)-[:FOR_CAMPAIGN]->() AND post.metricsViews[-1] >= 0
  RETURN avg(post.metricsViews[-1]) AS organic
}
RETURN c.key AS key, c.name AS name, c.followers AS followers, rivals, campaigns,
  fee / 100 AS yuan, round(10.0 * fee / impressions, 1) AS cpm,
  CASE WHEN clicks <= impressions THEN round(100.0 * clicks / impressions, 2) END AS ctrPercent, impressions / campaigns AS viewsEach,
  round(organic) AS organicViews
ORDER BY campaigns DESC, yuan DESC, key
