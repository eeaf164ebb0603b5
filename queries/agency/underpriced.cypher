// Which creators of an agency are priced below their like?
// Their like: creators of the same main category with half to twice the followers. `priceOfUsual` is the
// price of a short video for each follower as a share of the like's median; CPM is of past
// participations, in yuan, beside the like's median: who is cheap and delivers views at less than the
// usual CPM can ask for more.
// @number 14
// @audience M
// @tags roster, price
// @param agency: String! -- An agency's key.
// @param today: Date -- The day that counts as today; the clock's when left out.
// @example {"agency": "ag-0001", "today": "2026-11-23"}
MATCH (:Agency {key: $agency})<-[k:SIGNED_WITH]-(c:Creator)
WHERE k.since <= coalesce(date($today), date()) AND coalesce(k.until >= coalesce(date($today), date()), true)
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
