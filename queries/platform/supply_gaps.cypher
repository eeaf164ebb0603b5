// For which categories is more asked for than creators can deliver?
// Demand: budgets of campaigns not yet ended, spread evenly over their categories. Supply: short-video
// prices of creators of the main category, once each, who are in no such campaign. Both in yuan, under
// the top categories; `gap` is how often demand would book all of the supply. Regions are not split:
// campaigns name them as target segments, not as a place.
// @number 25
// @audience P
// @tags supply, demand, category
// @param minFollowers: Int = 1000 -- Followers at least for a creator to count.
// @param today: Date = LAST_DAY -- The day that counts as today; the last day of the data when left out.
// @requires EXISTS { (:Category) } -- there are no categories
// @requires EXISTS { (:Creator)-[:IN_CATEGORY]->() } -- no creator has a category
// @requires EXISTS { MATCH (c:Creator) WHERE c.byPriceShortVideo > 0 } -- no creator has a price for a short video
// @requires EXISTS { (:Campaign)-[:IN_CATEGORY]->() } -- no campaign has a category
// @requires EXISTS { MATCH (x:Campaign) WHERE x.ends >= date($today) AND x.budget > 0 } -- no campaign with a budget ends on that day or later
// @columns key: String, category: String, campaigns: Int, demandYuan: Float, creators: Int, busy: Int, supplyYuan: Int, gap: Float
// @example {"today": "2026-11-23"}
WITH date($today) AS today
MATCH (top:Category) WHERE NOT (top)-[:PART_OF]->()
CALL (top, today) {
  MATCH (x:Campaign)-[:IN_CATEGORY]->(:Category)-[:PART_OF*0..3]->(top) WHERE x.ends >= today
  WITH x, count(*) AS here
  RETURN count(x) AS campaigns, sum(1.0 * x.budget * here / COUNT { (x)-[:IN_CATEGORY]->() }) / 100 AS demand
}
CALL (top, today) {
  MATCH (c:Creator)-[:IN_CATEGORY {position: 0}]->(:Category)-[:PART_OF*0..3]->(top)
  WHERE c.followers >= $minFollowers AND c.priceShortVideo > 0
  WITH DISTINCT c, EXISTS { MATCH (c)-[:PARTICIPATED_IN]->(x:Campaign) WHERE x.ends >= today } AS busy
  RETURN count(c) AS creators, sum(CASE WHEN busy THEN 1 ELSE 0 END) AS busy,
    sum(CASE WHEN busy THEN 0 ELSE c.priceShortVideo END) / 100 AS supply
}
WITH top, campaigns, demand, creators, busy, supply WHERE campaigns > 0 AND creators > 0 AND supply > 0
RETURN top.key AS key, top.name AS category, campaigns, round(demand) AS demandYuan, creators, busy,
  supply AS supplyYuan, round(demand / supply, 3) AS gap
ORDER BY gap DESC, key
LIMIT 15
