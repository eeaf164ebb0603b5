// Who is heard most in an industry, and whose creators do its brands share?
// Share of the impressions and of the money of the industry's campaigns in the days before today; how
// many of a brand's creators also worked for another brand of the industry then, and for which one most.
// Exclusivity among brands is not in the graph.
// @number 22
// @audience A
// @tags brands, share of voice
// @param industry: String = "美妆个护" -- A brand's industry.
// @param days: Int = 180 -- How many days back.
// @param today: Date = LAST_DAY -- The day that counts as today; the last day of the data when left out.
// @requires EXISTS { (:Brand {industry: $industry}) } -- no brand is of this industry
// @requires EXISTS { (:Brand {industry: $industry})-[:RAN]->()<-[:PARTICIPATED_IN]-() } -- nobody took part in a campaign of this industry
// @columns key: String, brand: String, voicePercent: Float, spendPercent: Float, creators: Int, shared: Int, mostWith: String, together: Int
// @example {"today": "2026-11-23"}
MATCH (b:Brand {industry: $industry})-[:RAN]->(x:Campaign)<-[p:PARTICIPATED_IN]-(c:Creator)
WHERE x.starts <= date($today)
  AND x.starts >= date($today) - duration({days: $days})
WITH b, sum(p.impressions) AS impressions, sum(p.fee) AS fee, collect(DISTINCT c) AS creators
WITH collect({b: b, impressions: impressions, fee: fee, creators: creators}) AS brands,
  sum(impressions) AS impressionsAll, sum(fee) AS feeAll
UNWIND brands AS one
WITH one, brands, impressionsAll, feeAll ORDER BY one.impressions DESC, size(one.creators) DESC, one.b.key LIMIT 12
UNWIND one.creators AS c
WITH one, impressionsAll, feeAll, c, [y IN brands WHERE y.b <> one.b AND c IN y.creators | y.b.name] AS others
WITH one, impressionsAll, feeAll, count(CASE WHEN size(others) > 0 THEN 1 END) AS shared,
  collect(others) AS lists
UNWIND CASE WHEN shared = 0 THEN [[null]] ELSE lists END AS list
UNWIND CASE WHEN size(list) = 0 THEN [null] ELSE list END AS other
WITH one, impressionsAll, feeAll, shared, other, count(*) AS together
ORDER BY other IS NULL, together DESC, other
WITH one, impressionsAll, feeAll, shared, collect({other: other, together: together})[0] AS most
RETURN one.b.key AS key, one.b.name AS brand, CASE WHEN impressionsAll > 0 THEN round(100.0 * one.impressions / impressionsAll, 1) END AS voicePercent,
  CASE WHEN feeAll > 0 THEN round(100.0 * one.fee / feeAll, 1) END AS spendPercent, size(one.creators) AS creators, shared,
  most.other AS mostWith, CASE WHEN most.other IS NULL THEN 0 ELSE most.together END AS together
ORDER BY voicePercent IS NULL, voicePercent DESC, creators DESC, key
