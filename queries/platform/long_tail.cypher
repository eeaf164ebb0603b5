// Do small creators get their share: how unequal are orders and impressions within and between sizes?
// Gini: 0 is all alike, 1 is one has all; over creators of the size, those without any order counted. 头部
// from a million followers, 腰部 from 100,000, 尾部 from 10,000, 素人 below. `recommended` is the share of
// orders that came by recommendation, of those of which it is known: where it falls with size, the ranking starves
// the small.
// @number 23
// @audience P
// @tags long tail, Gini, fairness
// @param days: Int = 365 -- How many days back campaigns may have begun.
// @param today: Date = LAST_DAY -- The day that counts as today; the last day of the data when left out.
// @requires EXISTS { (:Creator) } -- there are no creators
// @columns tier: String, creators: Int, orders: Int, impressions: Int, recommended: Float, giniOrders: Float, giniImpressions: Float
// @example {"today": "2026-11-23"}
MATCH (c:Creator)
WITH c, CASE WHEN c.followers >= 1000000 THEN '1 头部' WHEN c.followers >= 100000 THEN '2 腰部'
  WHEN c.followers >= 10000 THEN '3 尾部' ELSE '4 素人' END AS tier
CALL (c) {
  MATCH (c)-[p:PARTICIPATED_IN]->(x:Campaign)
  WHERE x.starts <= date($today)
    AND x.starts >= date($today) - duration({days: $days})
  RETURN count(p) AS orders, coalesce(sum(p.impressions), 0) AS impressions,
    count(p.impressions) AS seen, count(p.source) AS sourced,
    sum(CASE p.source WHEN 'RECOMMENDED' THEN 1 ELSE 0 END) AS told
}
WITH tier, orders, impressions, seen, sourced, told ORDER BY orders
WITH tier, collect(orders) AS o, sum(orders) AS allOrders, sum(told) AS told, sum(sourced) AS sourced,
  sum(seen) AS seen, collect(impressions) AS v
CALL (v) {
  UNWIND v AS x WITH x ORDER BY x RETURN collect(x) AS sorted, sum(x) AS allImpressions
}
WITH tier, size(o) AS n, allOrders, told, sourced, CASE WHEN seen > 0 THEN allImpressions END AS allImpressions,
  reduce(s = {i: 0, sum: 0}, x IN o | {i: s.i + 1, sum: s.sum + (s.i + 1) * x}).sum AS rankedO,
  reduce(s = {i: 0, sum: 0}, x IN sorted | {i: s.i + 1, sum: s.sum + (s.i + 1) * x}).sum AS rankedV
RETURN tier, n AS creators, allOrders AS orders, allImpressions AS impressions,
  CASE WHEN sourced > 0 THEN round(1.0 * told / sourced, 3) END AS recommended,
  CASE WHEN allOrders > 0 THEN round(2.0 * rankedO / (n * allOrders) - (n + 1.0) / n, 3) END AS giniOrders,
  CASE WHEN allImpressions > 0 THEN round(2.0 * rankedV / (n * allImpressions) - (n + 1.0) / n, 3) END
    AS giniImpressions
ORDER BY tier
