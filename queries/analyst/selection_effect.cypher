// Do recommended creators do better than self-picked ones of the same size and category?
// Participations are matched by main category and size (tenfold steps of followers); strata with at least
// `least` of both count by the smaller of the two. Difference: recommended less self-picked, with a 95 %
// interval (normal, strata independent). CPM in yuan, CTR in percent. Whoever recommended may have known
// what this does not match on.
// @number 20
// @audience A
// @tags evaluation, recommended, CPM, CTR
// @param days: Int = 365 -- How many days back campaigns may have begun.
// @param least: Int = 10 -- Participations of each kind in a stratum.
// @param today: Date = LAST_DAY -- The day that counts as today; the last day of the data when left out.
// @requires EXISTS { (:Creator)-[:IN_CATEGORY]->() } -- no creator has a category
// @requires EXISTS { ()-[p:PARTICIPATED_IN]->() WHERE p.impressions > 0 } -- no participation has impressions
// @requires EXISTS { ()-[p:PARTICIPATED_IN]->() WHERE p.fee > 0 } -- no participation has a fee
// @requires EXISTS { ()-[p:PARTICIPATED_IN]->() WHERE p.source = 'RECOMMENDED' } -- no participation came by recommendation
// @requires EXISTS { ()-[p:PARTICIPATED_IN]->() WHERE p.source = 'SELF_PICKED' } -- no participation was self-picked
// @columns figure: String, strata: Int, recommended: Int, selfPicked: Int, selfPickedMean: Float, recommendedMean: Float, difference: Float, from95: Float, to95: Float
// @example {"today": "2026-11-23"}
MATCH (k:Category)<-[:IN_CATEGORY {position: 0}]-(c:Creator)-[p:PARTICIPATED_IN]->(x:Campaign)
WHERE p.impressions > 0 AND p.fee > 0 AND x.starts <= date($today)
  AND x.starts >= date($today) - duration({days: $days})
UNWIND [{figure: 'CPM, yuan', v: 10.0 * p.fee / p.impressions},
  {figure: 'CTR, %', v: CASE WHEN p.clicks <= p.impressions THEN 100.0 * p.clicks / p.impressions END}] AS m
WITH m.figure AS figure, k, floor(log10(c.followers + 1)) AS size, p.source = 'RECOMMENDED' AS told, m.v AS v
WHERE v IS NOT NULL
WITH figure, k, size, told, count(v) AS n, avg(v) AS mean, stDev(v) ^ 2 AS var
WITH figure, k, size, collect({told: told, n: n, mean: mean, var: var}) AS both
WITH figure, [b IN both WHERE b.told][0] AS r, [b IN both WHERE NOT b.told][0] AS s
WHERE r.n >= $least AND s.n >= $least
WITH figure, r, s, CASE WHEN r.n < s.n THEN r.n ELSE s.n END AS w
WITH figure, sum(w) AS weight, count(*) AS strata, sum(r.n) AS recommended, sum(s.n) AS selfPicked,
  sum(w * r.mean) AS rSum, sum(w * s.mean) AS sSum, sum(w * w * (r.var / r.n + s.var / s.n)) AS variance
WITH *, (rSum - sSum) / weight AS difference, 1.96 * sqrt(variance) / weight AS half
RETURN figure, strata, recommended, selfPicked, round(sSum / weight, 2) AS selfPickedMean,
  round(rSum / weight, 2) AS recommendedMean, round(difference, 2) AS difference,
  round(difference - half, 2) AS from95, round(difference + half, 2) AS to95
ORDER BY figure
