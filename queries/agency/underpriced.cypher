// Which creators of an agency are priced below their like?
// Their like: creators of the same main category with half to twice the followers. `priceOfUsual` is the
// price of a short video for each follower as a share of the like's median; CPM is of past
// participations, in yuan, beside the like's median: who is cheap and delivers views at less than the
// usual CPM can ask for more.
// @number 14
// @audience M
// @tags roster, price
// @param agency: String! of Agency -- An agency's key.
// @param today: Date = LAST_DAY -- The day that counts as today; the last day of the data when left out.
// @requires EXISTS { (:Agency {key: $agency}) } -- there is no agency of this key
// @requires EXISTS { MATCH (:Agency {key: $agency})<-[k:SIGNED_WITH]-() WHERE k.since <= date($today) AND coalesce(k.until >= date($today), true) } -- nobody is under contract with the agency on that day
// @requires EXISTS { (:Creator)-[:IN_CATEGORY]->() } -- no creator has a category
// @requires EXISTS { MATCH (c:Creator) WHERE c.byPriceShortVideo > 0 } -- no creator has a price for a short video
// @requires EXISTS { ()-[p:PARTICIPATED_IN]->() WHERE p.impressions > 0 } -- no participation has impressions
// @requires EXISTS { ()-[p:PARTICIPATED_IN]->() WHERE p.fee > 0 } -- no participation has a fee
// @columns key: String, name: String, category: String, followers: Int, yuan: Int, usualYuan: Int, priceOfUsual: Float, cpm: Float, usualCpm: Float
// @example {"agency": "ag-0001", "today": "2026-11-23"}
MATCH (:Agency {key: $agency})<-[k:SIGNED_WITH]-(c:Creator)
WHERE k.since <= date($today) AND coalesce(k.until >= date($today), true)
  AND c.priceShortVideo > 0 AND c.followers > 0 AND c.campaignCount > 0
WITH DISTINCT c
MATCH (c)-[:IN_CATEGORY {position: 0}]->(main)<-[:IN_CATEGORY {position: 0}]-(other:Creator)
WHERE other.followers >= c.followers / 2 AND other.followers <= c.followers * 2 AND other.followers > 0
WITH c, main, count(other) AS like,
  percentileCont(1.0 * other.priceShortVideo / other.followers, 0.5) AS usual,
  percentileCont(CASE WHEN other.byCpm > 0 THEN other.byCpm END, 0.5) AS usualCpm
WITH c, main, like, usual, usualCpm, 1.0 * c.priceShortVideo / c.followers / usual AS ratio
WHERE like >= 10 AND ratio < 0.8 AND c.byCpm > 0 AND c.byCpm < usualCpm
RETURN c.key AS key, c.name AS name, main.name AS category, c.followers AS followers,
  c.priceShortVideo / 100 AS yuan, toInteger(c.priceShortVideo / ratio / 100) AS usualYuan,
  round(ratio, 2) AS priceOfUsual, round(c.byCpm / 100, 1) AS cpm, round(usualCpm / 100, 1) AS usualCpm
ORDER BY priceOfUsual, key
LIMIT 15
