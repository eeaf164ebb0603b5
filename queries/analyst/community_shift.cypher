// Which categories are booked together, and how did that shift between two quarters?
// For each pair of main categories: campaigns of the last 90 days, and of the 90 days before, that booked
// creators of both. `lift` is how often that is against chance, were each campaign to choose categories
// apart from each other: above 1 they belong together. Communities of creators themselves are found by
// analyze and not kept by quarter.
// @number 18
// @audience A
// @tags communities, categories, trend
// @param days: Int = 90 -- Length of a quarter in days.
// @param today: Date = LAST_DAY -- The day that counts as today; the last day of the data when left out.
// @requires EXISTS { (:Creator)-[:IN_CATEGORY]->() } -- no creator has a category
// @requires EXISTS { ()-[:PARTICIPATED_IN]->() } -- nobody took part in a campaign
// @requires EXISTS { ()-[:PARTICIPATED_IN]->(x:Campaign) WHERE x.starts > date($today) - duration({days: 2 * $days}) AND x.starts <= date($today) } -- nobody took part in a campaign of these two quarters
// @columns category: String, other: String, campaigns: Int, campaignsBefore: Int, lift: Float, liftBefore: Float, shift: Float
// @example {"today": "2026-11-23"}
WITH date($today) AS today
MATCH (x:Campaign)<-[:PARTICIPATED_IN]-(:Creator)-[:IN_CATEGORY {position: 0}]->(:Category)-[:PART_OF*0..3]->(k)
WHERE x.starts > today - duration({days: 2 * $days}) AND x.starts <= today AND NOT (k)-[:PART_OF]->()
WITH DISTINCT x, k, x.starts > today - duration({days: $days}) AS now
WITH x, now, k ORDER BY k.key
WITH x, now, collect(k) AS kinds
WITH collect({now: now, kinds: kinds}) AS campaigns
WITH [x IN campaigns WHERE x.now] AS recent, [x IN campaigns WHERE NOT x.now] AS before
UNWIND recent + before AS one
UNWIND one.kinds AS a
UNWIND [b IN one.kinds WHERE b.key > a.key] AS b
WITH DISTINCT a, b, recent, before
WITH a, b, size([x IN recent WHERE a IN x.kinds AND b IN x.kinds]) AS both,
  size([x IN recent WHERE a IN x.kinds]) AS hasA, size([x IN recent WHERE b IN x.kinds]) AS hasB,
  size([x IN before WHERE a IN x.kinds AND b IN x.kinds]) AS bothBefore,
  size([x IN before WHERE a IN x.kinds]) AS hadA, size([x IN before WHERE b IN x.kinds]) AS hadB,
  size(recent) AS n, size(before) AS m
WHERE both + bothBefore >= 20 AND hasA > 0 AND hasB > 0 AND hadA > 0 AND hadB > 0
WITH a, b, both, bothBefore, 1.0 * both * n / (hasA * hasB) AS lift, 1.0 * bothBefore * m / (hadA * hadB) AS was
RETURN a.name AS category, b.name AS other, both AS campaigns, bothBefore AS campaignsBefore,
  round(lift, 2) AS lift, round(was, 2) AS liftBefore, round(lift - was, 2) AS shift
ORDER BY abs(lift - was) DESC, a.key, b.key
LIMIT 15
