// Which creators grow fast and are still priced below their like?
// Growth is that of the last 30 days, since the forecast is not in the graph's properties: risingCreators
// has it, when it is there. Old prices are not kept: "below" compares today's price for a follower with
// the median of the same main category and size (tenfold steps of followers).
// @number 9
// @audience S
// @tags growth, price, rising
// @param category: String of Category = "beauty" -- A category's key; its subcategories count.
// @param minFollowers: Int = 10000 -- Followers at least.
// @param top: Float = 0.05 -- The fastest growing share of those looked at, 0 to 1.
// @requires EXISTS { (:Category {key: $category}) } -- there is no category of this key
// @requires EXISTS { (:Creator)-[:IN_CATEGORY]->() } -- no creator has a category
// @requires EXISTS { MATCH (c:Creator) WHERE c.byPriceShortVideo > 0 } -- no creator has a price for a short video
// @requires EXISTS { MATCH (c:Creator) WHERE c.historyDays IS NOT NULL } -- no creator has a follower history (follower_history.csv)
// @columns key: String, name: String, followers: Int, growthPercent: Float, yuan: Int, priceOfUsual: Float, campaigns: Int
MATCH (c:Creator)-[:IN_CATEGORY {position: 0}]->(:Category)-[:PART_OF*0..3]->(:Category {key: $category})
WHERE c.followers >= $minFollowers AND c.priceShortVideo > 0 AND c.byGrowth > -2
WITH floor(log10(c.followers)) AS size, collect(c) AS creators,
  percentileCont(1.0 * c.priceShortVideo / c.followers, 0.5) AS usual,
  percentileCont(c.byGrowth, 1 - $top) AS fast
UNWIND creators AS c
WITH c, usual, fast, 1.0 * c.priceShortVideo / c.followers AS price
WHERE c.byGrowth >= fast AND price < usual
RETURN c.key AS key, c.name AS name, c.followers AS followers, round(100 * c.byGrowth, 1) AS growthPercent,
  c.priceShortVideo / 100 AS yuan, round(price / usual, 2) AS priceOfUsual, c.campaignCount AS campaigns
ORDER BY growthPercent DESC, key
LIMIT 20
