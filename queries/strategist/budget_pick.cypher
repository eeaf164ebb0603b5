// With a budget, which creators reach the most of a target, few of each agency?
// Takes creators of the category by people reached (followers times the share of the target segment) for
// what they use up: their price and a place, which counts as an equal part of the budget; as long as
// budget, number and the bound for each agency allow. `gap` is how much more any choice could reach at
// most, as a share: of a choice that may take parts of creators, with price and place joined in one bound.
// People who follow several of them are counted several times: planCampaign, when it is there, takes
// overlap out. Figures in yuan.
// @number 4
// @audience S
// @tags budget, plan, reach
// @param category: String of Category = "beauty" -- A category's key.
// @param segment: String of Segment = "gender-female" -- The target segment's key.
// @param budget: Float = 800000 -- In yuan.
// @param most: Int = 12 -- Creators at most.
// @param perAgency: Int = 3 -- Of one agency at most.
// @param minFollowers: Int = 50000 -- Followers at least.
// @param today: Date = LAST_DAY -- The day whose contracts count; the last day of the data when left out.
// @requires EXISTS { (:Category {key: $category}) } -- there is no category of this key
// @requires EXISTS { (:Creator)-[:IN_CATEGORY]->() } -- no creator has a category
// @requires EXISTS { (:Segment {key: $segment}) } -- there is no segment of this key
// @requires EXISTS { ()-[:REACHES]->() } -- no audience is known (audiences.csv)
// @requires EXISTS { MATCH (c:Creator) WHERE c.byPriceShortVideo > 0 } -- no creator has a price for a short video
// @columns key: String, name: String, agency: String, yuan: Float, reach: Int, growthPercent: Float, reachOfAll: Int, spentOfAll: Float, gap: Float
// @example {"today": "2026-11-23"}
MATCH (c:Creator)-[:IN_CATEGORY]->(:Category)-[:PART_OF*0..3]->(:Category {key: $category})
WHERE c.followers >= $minFollowers AND c.priceShortVideo > 0
WITH DISTINCT c
MATCH (c)-[r:REACHES]->(:Segment {key: $segment})
OPTIONAL MATCH (c)-[k:SIGNED_WITH]->(a:Agency)
WHERE k.since <= date($today)
  AND coalesce(k.until >= date($today), true)
WITH c, c.followers * r.share AS reach, c.priceShortVideo / 100.0 AS price, min(a.name) AS agency
WITH c, reach, price, agency, (price + $budget / $most) / 2 AS uses
ORDER BY reach / uses DESC, c.key LIMIT 400
WITH collect({c: c, reach: reach, price: price, agency: agency, uses: uses}) AS rows
WITH rows, reduce(s = {spent: 0.0, picked: [], bound: 0.0, left: $budget}, one IN rows | {
  picked: CASE WHEN size(s.picked) < $most AND s.spent + one.price <= $budget AND (one.agency IS NULL
    OR size([p IN s.picked WHERE p.agency = one.agency]) < $perAgency)
    THEN s.picked + [one] ELSE s.picked END,
  spent: CASE WHEN size(s.picked) < $most AND s.spent + one.price <= $budget AND (one.agency IS NULL
    OR size([p IN s.picked WHERE p.agency = one.agency]) < $perAgency)
    THEN s.spent + one.price ELSE s.spent END,
  bound: s.bound + CASE WHEN one.uses <= s.left THEN one.reach ELSE one.reach * s.left / one.uses END,
  left: CASE WHEN one.uses <= s.left THEN s.left - one.uses ELSE 0.0 END}) AS s
WITH s, reduce(sum = 0.0, p IN s.picked | sum + p.reach) AS total
UNWIND s.picked AS p
RETURN p.c.key AS key, p.c.name AS name, p.agency AS agency, round(p.price) AS yuan,
  toInteger(p.reach) AS reach, CASE WHEN p.c.byGrowth > -2 THEN round(p.c.byGrowth * 100, 1) END AS growthPercent,
  toInteger(total) AS reachOfAll, round(s.spent) AS spentOfAll, round(s.bound / total - 1, 2) AS gap
ORDER BY reach DESC, key
