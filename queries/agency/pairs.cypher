// Which pairs of an agency's creators should create together?
// Pairs that share a category and have never appeared in one content or campaign; `gain` is what of both
// audiences the other does not reach already: one less the overlap of their shares over segments (per
// kind, averaged). People who follow both are not known.
// @number 16
// @audience M
// @tags roster, collaboration
// @param agency: String! of Agency -- An agency's key.
// @param today: Date = LAST_DAY -- The day that counts as today; the last day of the data when left out.
// @requires EXISTS { (:Agency {key: $agency}) } -- there is no agency of this key
// @requires EXISTS { MATCH (:Agency {key: $agency})<-[k:SIGNED_WITH]-() WHERE k.since <= date($today) AND coalesce(k.until >= date($today), true) } -- nobody is under contract with the agency on that day
// @requires EXISTS { (:Creator)-[:IN_CATEGORY]->() } -- no creator has a category
// @requires EXISTS { ()-[:REACHES]->() } -- no audience is known (audiences.csv)
// @columns key: String, name: String, otherKey: String, otherName: String, categories: [String], gain: Float, followers: Int
// @example {"agency": "ag-0001", "today": "2026-11-23"}
MATCH (:Agency {key: $agency})<-[k:SIGNED_WITH]-(c:Creator)
WHERE k.since <= date($today) AND coalesce(k.until >= date($today), true)
  AND EXISTS { (c)-[:REACHES]->() }
WITH DISTINCT c ORDER BY c.followers DESC, c.key LIMIT 40
WITH collect(c) AS roster
UNWIND roster AS a
MATCH (a)-[:IN_CATEGORY]->(category:Category)<-[:IN_CATEGORY]-(b:Creator)
WHERE b IN roster AND a.key < b.key AND NOT EXISTS { (a)-[:PARTICIPATED_IN]->()<-[:PARTICIPATED_IN]-(b) }
  AND NOT EXISTS { (a)-[:POSTED|APPEARS_IN]->()<-[:POSTED|APPEARS_IN]-(b) }
WITH a, b, collect(category.name) AS categories
CALL (a, b) {
  MATCH (a)-[x:REACHES]->(s:Segment)<-[y:REACHES]-(b)
  WITH s.dimension AS kind, sum(CASE WHEN x.share < y.share THEN x.share ELSE y.share END) AS both
  RETURN avg(both) AS overlap
}
RETURN a.key AS key, a.name AS name, b.key AS otherKey, b.name AS otherName, categories,
  round(1 - overlap, 3) AS gain, a.followers + b.followers AS followers
ORDER BY size(categories) DESC, gain DESC, key, otherKey
LIMIT 12
