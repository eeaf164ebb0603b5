// Which creators without a contract, or with one that ends soon, are like an agency's top earners?
// Like: the same main category and size (half to twice the followers) as one of the five that earned
// most, and an audience that overlaps (shares over segments, per kind, averaged). Fees in yuan.
// @number 13
// @audience M
// @tags roster, signing, lookalike
// @param agency: String! of Agency -- An agency's key.
// @param days: Int = 90 -- A contract that ends within so many days ends soon.
// @param today: Date = LAST_DAY -- The day that counts as today; the last day of the data when left out.
// @requires EXISTS { (:Agency {key: $agency}) } -- there is no agency of this key
// @requires EXISTS { MATCH (:Agency {key: $agency})<-[k:SIGNED_WITH]-() WHERE k.since <= date($today) AND coalesce(k.until >= date($today), true) } -- nobody is under contract with the agency on that day
// @requires EXISTS { (:Creator)-[:IN_CATEGORY]->() } -- no creator has a category
// @requires EXISTS { ()-[:REACHES]->() } -- no audience is known (audiences.csv)
// @columns key: String, name: String, like: String, audience: Float, followers: Int, campaigns: Int, earnedYuan: Int, agencyNow: String, until: Date
// @example {"agency": "ag-0001", "today": "2026-11-23"}
MATCH (a:Agency {key: $agency})<-[k:SIGNED_WITH]-(top:Creator)
WITH a, top, k, date($today) AS today
WHERE k.since <= today AND coalesce(k.until >= today, true) AND EXISTS { (top)-[:REACHES]->() }
WITH DISTINCT a, top, today ORDER BY top.spend DESC, top.key LIMIT 5
MATCH (top)-[:IN_CATEGORY {position: 0}]->(main)<-[:IN_CATEGORY {position: 0}]-(c:Creator)
WHERE c.followers >= top.followers / 2 AND c.followers <= top.followers * 2 AND NOT EXISTS {
  MATCH (c)-[k:SIGNED_WITH]->(:Agency)
  WHERE k.since <= today AND coalesce(k.until >= today + duration({days: $days}), true)
} AND NOT EXISTS { (c)-[:SIGNED_WITH]->(a) }
CALL (top, c) {
  MATCH (top)-[x:REACHES]->(s:Segment)<-[y:REACHES]-(c)
  WITH s.dimension AS kind, sum(CASE WHEN x.share < y.share THEN x.share ELSE y.share END) AS both
  RETURN avg(both) AS audience
}
WITH today, c, top, audience WHERE audience IS NOT NULL
ORDER BY audience DESC, top.key
WITH today, c, collect({name: top.name, audience: audience})[0] AS best
OPTIONAL MATCH (c)-[k:SIGNED_WITH]->(now:Agency)
WHERE k.since <= today AND coalesce(k.until >= today, true)
RETURN c.key AS key, c.name AS name, best.name AS like, round(best.audience, 3) AS audience,
  c.followers AS followers, c.campaignCount AS campaigns, nullIf(c.spend, 0) / 100 AS earnedYuan,
  min(now.name) AS agencyNow, toString(min(k.until)) AS until
ORDER BY audience DESC, key
LIMIT 15
