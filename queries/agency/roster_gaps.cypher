// Where is an agency's roster thin beside its rivals'?
// Rivals are the agencies whose creators worked for the most brands that this one's worked for, too. For
// each main category and size: how many creators the agency has, how many a rival has on average, and
// what participations of such creators earned in all in the last year, in yuan. 头部 from a million
// followers, 腰部 from 100,000, 尾部 from 10,000, 素人 below.
// @number 12
// @audience M
// @tags roster, rivals, gap
// @param agency: String! of Agency -- An agency's key.
// @param rivals: Int = 5 -- How many rivals.
// @param today: Date = LAST_DAY -- The day that counts as today; the last day of the data when left out.
// @requires EXISTS { (:Agency {key: $agency}) } -- there is no agency of this key
// @requires EXISTS { (:Agency {key: $agency})<-[:SIGNED_WITH]-()-[:PARTICIPATED_IN]->()<-[:RAN]-() } -- no creator of the agency took part in a campaign, so it has no rivals
// @requires EXISTS { (:Creator)-[:IN_CATEGORY]->() } -- no creator has a category
// @columns category: String, tier: String, own: Int, rivalsEach: Float, gap: Float, yuanEarned: Int
// @example {"agency": "ag-0001", "today": "2026-11-23"}
MATCH (a:Agency {key: $agency})<-[:SIGNED_WITH]-()-[:PARTICIPATED_IN]->()<-[:RAN]-(b:Brand)
WITH DISTINCT a, b, date($today) AS today
MATCH (b)-[:RAN]->()<-[:PARTICIPATED_IN]-()-[:SIGNED_WITH]->(rival:Agency) WHERE rival <> a
WITH a, today, rival, count(DISTINCT b) AS shared ORDER BY shared DESC, rival.key LIMIT $rivals
WITH a, today, collect(rival) AS others
UNWIND [a] + others AS house
MATCH (house)<-[k:SIGNED_WITH]-(c:Creator)-[:IN_CATEGORY {position: 0}]->(category:Category)
WHERE k.since <= today AND coalesce(k.until >= today, true)
WITH a, today, house, category, c, CASE WHEN c.followers >= 1000000 THEN '1 头部'
  WHEN c.followers >= 100000 THEN '2 腰部' WHEN c.followers >= 10000 THEN '3 尾部' ELSE '4 素人' END AS tier
CALL (c, today) {
  MATCH (c)-[p:PARTICIPATED_IN]->(x:Campaign) WHERE x.starts >= today - duration('P1Y')
  RETURN CASE WHEN count(p.fee) > 0 THEN sum(p.fee) END AS fee
}
WITH category, tier, count(DISTINCT CASE WHEN house = a THEN c END) AS own,
  count(DISTINCT CASE WHEN house <> a THEN c END) AS theirs, CASE WHEN count(fee) > 0 THEN sum(fee) / 100 END AS yuan
WITH category, tier, own, 1.0 * theirs / $rivals AS rival, yuan
WHERE rival > own
RETURN category.name AS category, tier, own, round(rival, 1) AS rivalsEach, round(rival - own, 1) AS gap,
  yuan AS yuanEarned
ORDER BY coalesce(yuanEarned, 0) * (rival - own) DESC, rival - own DESC, category, tier
LIMIT 15
