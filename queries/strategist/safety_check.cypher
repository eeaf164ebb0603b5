// Is a creator safe to book: growth anomalies, engagement, saturation, exclusivity?
// Fake followers and comments' tone are not in the graph. `value` stands beside what is usual for
// creators of the same main category and size (a third to three times the followers), of all categories where the
// creator has none. A day that grew ten
// times as much as the usual day is a spike.
// @number 10
// @audience S
// @tags safety, anomaly, exclusivity
// @param creator: String! of Creator -- A creator's key.
// @param today: Date = LAST_DAY -- The day that counts as today; the last day of the data when left out.
// @requires EXISTS { (:Creator {key: $creator}) } -- there is no creator of this key
// @columns creator: String, check: String, value: Float, usual: Float, verdict: String
// @example {"creator": "cr-008489", "today": "2026-11-23"}
MATCH (me:Creator {key: $creator})
OPTIONAL MATCH (me)-[:IN_CATEGORY {position: 0}]->(main:Category)
WITH me, main, date($today) AS today
CALL (me, main) {
  MATCH (main)<-[:IN_CATEGORY {position: 0}]-(c:Creator)
  WHERE c.followers >= me.followers / 3 AND c.followers <= me.followers * 3
  RETURN c
  UNION
  MATCH (c:Creator)
  WHERE main IS NULL AND c.byFollowers >= me.followers / 3 AND c.byFollowers <= me.followers * 3
  RETURN c
  UNION
  RETURN me AS c
}
CALL (c) {
  MATCH (c)-[p:PARTICIPATED_IN]->(:Campaign)
  RETURN CASE WHEN sum(p.impressions) > 0
    THEN 1.0 * sum(p.engagements) / sum(p.impressions) END AS engagement
}
CALL (c, today) {
  MATCH (c)-[:PARTICIPATED_IN]->(x:Campaign)
  WHERE x.ends >= today - duration('P30D') AND x.starts <= today
  RETURN count(x) AS lately
}
WITH me, today, c, engagement, lately,
  coalesce(c.historyFollowers, []) AS f, coalesce(c.historyDays, []) AS d
WITH me, today, c, engagement, lately,
  [i IN range(1, size(f) - 1) | 1.0 * (f[i] - f[i - 1]) / (d[i] - d[i - 1])] AS gains
UNWIND CASE WHEN size(gains) = 0 THEN [null] ELSE gains END AS gain
WITH me, today, c, engagement, lately, max(gain) AS most, percentileCont(abs(gain), 0.5) AS usual
WITH me, today, percentileCont(engagement, 0.5) AS e, percentileCont(lately, 0.5) AS l,
  percentileCont(most / (usual + 1), 0.5) AS s,
  collect(CASE WHEN c = me THEN {e: engagement, l: lately, s: most / (usual + 1)} END)[0] AS mine
OPTIONAL MATCH (me)-[k:SIGNED_WITH {exclusive: true}]->(a:Agency)
WHERE k.since <= today AND coalesce(k.until >= today, true)
WITH me, e, l, s, mine, collect(a.name) AS exclusive
UNWIND [
  {check: 'largest day of growth, times a usual day', value: round(mine.s, 1), usual: round(s, 1),
    verdict: CASE WHEN mine.s > 10 THEN 'look at it' ELSE 'fine' END},
  {check: 'engagements per impression', value: round(mine.e, 4), usual: round(e, 4),
    verdict: CASE WHEN mine.e < e / 2 THEN 'low' WHEN mine.e > 3 * e THEN 'oddly high' ELSE 'fine' END},
  {check: 'campaigns in the last 30 days', value: mine.l, usual: l,
    verdict: CASE WHEN mine.l > 3 * l + 2 THEN 'saturated' ELSE 'fine' END},
  {check: 'exclusive contracts in force', value: size(exclusive), usual: null,
    verdict: CASE WHEN size(exclusive) > 0 THEN 'ask ' + exclusive[0] ELSE 'fine' END}] AS row
RETURN me.name AS creator, row.check AS check, row.value AS value, row.usual AS usual, row.verdict AS verdict
