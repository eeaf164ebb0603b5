// Which open campaigns fit each creator of an agency best?
// Open: not ended yet. Fit: share of the creator's audience in the campaign's target segments (per kind
// of segment, averaged), the category counting one more where it is the same. `accepts` is how many of
// the brand's invitations for all campaigns creators accepted; `fromAgency` how many creators of the
// agency worked for the brand. The chance of being chosen is not known to the graph.
// @number 11
// @audience M
// @tags roster, campaigns, fit
// @param agency: String! of Agency -- An agency's key.
// @param today: Date = LAST_DAY -- The day that counts as today; the last day of the data when left out.
// @param each: Int = 2 -- Campaigns for each creator.
// @requires EXISTS { (:Agency {key: $agency}) } -- there is no agency of this key
// @requires EXISTS { MATCH (:Agency {key: $agency})<-[k:SIGNED_WITH]-() WHERE k.since <= date($today) AND coalesce(k.until >= date($today), true) } -- nobody is under contract with the agency on that day
// @requires EXISTS { (:Creator)-[:IN_CATEGORY]->() } -- no creator has a category
// @requires EXISTS { (:Campaign)-[:IN_CATEGORY]->() } -- no campaign has a category
// @requires EXISTS { MATCH (x:Campaign) WHERE x.ends >= date($today) } -- no campaign ends on that day or later
// @columns key: String, name: String, campaign: String, campaignName: String, brand: String, ends: Date, audience: Float, accepts: Float, fromAgency: Int, yuan: Int
// @example {"agency": "ag-0001", "today": "2026-11-23"}
MATCH (a:Agency {key: $agency})<-[k:SIGNED_WITH]-(c:Creator)
WHERE k.since <= date($today) AND coalesce(k.until >= date($today), true)
  AND EXISTS { (c)-[:REACHES]->() }
WITH DISTINCT a, c ORDER BY c.followers DESC, c.key LIMIT 60
MATCH (c)-[:IN_CATEGORY]->(category:Category)<-[:IN_CATEGORY]-(x:Campaign)
WHERE x.ends >= date($today) AND NOT (c)-[:PARTICIPATED_IN]->(x)
WITH a, c, x, count(category) AS shared
CALL (c, x) {
  MATCH (x)-[:TARGETS]->(s:Segment)
  OPTIONAL MATCH (c)-[r:REACHES]->(s)
  WITH s.dimension AS kind, sum(r.share) AS share
  RETURN coalesce(avg(share), 0.0) AS audience
}
WITH a, c, x, audience + 1 AS fit, audience ORDER BY fit DESC, x.key
WITH a, c, collect({x: x, fit: fit, audience: audience})[0..$each] AS best
UNWIND best AS one
MATCH (b:Brand)-[:RAN]->(x:Campaign {key: one.x.key})
CALL (b) {
  MATCH (b)-[:RAN]->()-[i:INVITED]->() WHERE i.answer IS NOT NULL
  RETURN round(1.0 * sum(CASE i.answer WHEN 'ACCEPTED' THEN 1 ELSE 0 END) / count(i), 2) AS accepts
}
CALL (a, b) {
  MATCH (b)-[:RAN]->()<-[:PARTICIPATED_IN]-(mine:Creator)-[:SIGNED_WITH]->(a)
  RETURN count(DISTINCT mine) AS fromAgency
}
RETURN c.key AS key, c.name AS name, x.key AS campaign, x.name AS campaignName, b.name AS brand,
  toString(x.ends) AS ends, round(one.audience, 2) AS audience, accepts, fromAgency,
  c.priceShortVideo / 100 AS yuan
ORDER BY c.followers DESC, key, audience DESC
