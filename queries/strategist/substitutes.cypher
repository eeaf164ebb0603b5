// If a creator declines, who is the best substitute that keeps the reach?
// Same main category, price for a short video at most as given, not in the campaign. Audience: how much
// of the shares over segments overlap (per kind of segment, averaged). `reachDifference` is the
// followers' against those of the creator who declines: take one within 3 % where there is one.
// @number 5
// @audience S
// @tags substitute, campaign
// @param creator: String! of Creator -- Key of who declines.
// @param campaign: String of Campaign -- A campaign's key, whose creators are left out.
// @param priceFactor: Float = 1.2 -- Price at most, times that of who declines.
// @requires EXISTS { (:Creator {key: $creator}) } -- there is no creator of this key
// @requires EXISTS { (:Creator {key: $creator})-[:IN_CATEGORY]->() } -- the creator has no category
// @requires EXISTS { MATCH (c:Creator {key: $creator}) WHERE c.priceShortVideo > 0 } -- the creator has no price for a short video
// @requires EXISTS { MATCH (c:Creator {key: $creator}) WHERE c.followers > 0 } -- the creator has no followers
// @columns key: String, name: String, audience: Float, followers: Int, reachDifference: Float, yuan: Int, insteadOf: Int, campaigns: Int
// @example {"creator": "cr-017391"}
MATCH (gone:Creator {key: $creator})-[:IN_CATEGORY {position: 0}]->(main:Category)
MATCH (main)<-[:IN_CATEGORY {position: 0}]-(c:Creator)
WHERE c <> gone AND c.priceShortVideo <= gone.priceShortVideo * $priceFactor
  AND c.followers >= gone.followers * 0.8 AND c.followers <= gone.followers * 1.5
  AND NOT EXISTS { (c)-[:PARTICIPATED_IN]->(:Campaign {key: $campaign}) }
CALL (gone, c) {
  MATCH (gone)-[a:REACHES]->(s:Segment)<-[b:REACHES]-(c)
  WITH s.dimension AS kind, sum(CASE WHEN a.share < b.share THEN a.share ELSE b.share END) AS both
  RETURN coalesce(avg(both), 0.0) AS audience
}
WITH gone, c, audience, round(1.0 * c.followers / gone.followers - 1, 3) AS difference
RETURN c.key AS key, c.name AS name, round(audience, 3) AS audience, c.followers AS followers,
  difference AS reachDifference, c.priceShortVideo / 100 AS yuan,
  gone.priceShortVideo / 100 AS insteadOf, c.campaignCount AS campaigns
ORDER BY abs(difference) <= 0.03 DESC, audience DESC, key
LIMIT 10
