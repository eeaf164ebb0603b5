// Which creators of a category fit a brief: size, audience, expected CPM, free in the next days?
// The CPM expected is what the creator's campaigns cost so far, drawn towards the category's while they
// are few (as if 50,000 impressions at the category's CPM had been seen besides). Finish rates are not in
// the graph; the engagement rate must be among the best of the creators looked at instead (`atLeastOf` of
// them lie below). Free means: in no campaign that touches the next 14 days. Figures in yuan.
// @number 1
// @audience S
// @tags brief, shortlist, CPM
// @param category: String of Category = "beauty" -- A category's key; its subcategories count.
// @param minFollowers: Int = 100000 -- Followers at least.
// @param maxFollowers: Int = 1000000 -- Followers at most.
// @param segments: [String!] of Segment = ["age-18-23", "age-24-30"] -- Segments whose shares are added up.
// @param gender: String of Segment = "gender-female" -- The segment of the gender wanted.
// @param minGender: Float = 0.6 -- Its share at least, 0 to 1.
// @param maxCpm: Float = 30 -- Expected CPM at most, yuan.
// @param atLeastOf: Float = 0.7 -- Share of the others whose engagement rate is lower, 0 to 1.
// @param today: Date = LAST_DAY -- The day that counts as today; the last day of the data when left out.
// @requires EXISTS { (:Category {key: $category}) } -- there is no category of this key
// @requires EXISTS { (:Creator)-[:IN_CATEGORY]->() } -- no creator has a category
// @requires EXISTS { (:Segment {key: $gender}) } -- there is no segment of the gender asked for
// @requires EXISTS { ()-[:REACHES]->() } -- no audience is known (audiences.csv)
// @requires EXISTS { ()-[p:PARTICIPATED_IN]->() WHERE p.impressions > 0 } -- no participation has impressions
// @requires EXISTS { ()-[p:PARTICIPATED_IN]->() WHERE p.fee > 0 } -- no participation has a fee
// @columns key: String, name: String, followers: Int, expectedCpm: Float, gender: Float, inSegments: Float, engagement: Float, campaigns: Int, price: Int
// @example {"today": "2026-11-23", "minFollowers": 10000, "maxCpm": 60}
MATCH (wanted:Category {key: $category})
MATCH (c:Creator)-[:IN_CATEGORY]->(:Category)-[:PART_OF*0..3]->(wanted)
WHERE c.followers >= $minFollowers AND c.followers <= $maxFollowers
WITH DISTINCT c, date($today) AS today
MATCH (c)-[g:REACHES]->(:Segment {key: $gender}) WHERE g.share >= $minGender
CALL (c) {
  MATCH (c)-[p:PARTICIPATED_IN]->(:Campaign)
  WITH sum(p.fee) AS fee, sum(p.impressions) AS impressions, sum(p.engagements) AS engagements,
    count(p) AS campaigns, count(p.fee) AS paid
  WHERE impressions > 0 AND paid > 0
  RETURN fee, impressions, campaigns, 1.0 * engagements / impressions AS engagement
}
WITH c, g.share AS gender, today, fee, impressions, campaigns, engagement
WITH collect({c: c, gender: gender, fee: fee, impressions: impressions, campaigns: campaigns,
  engagement: engagement}) AS rows, sum(fee) AS feeAll, sum(impressions) AS impressionsAll, today
UNWIND rows AS one
WITH one, today, 1000.0 * feeAll / impressionsAll AS usual,
  1.0 * size([x IN rows WHERE x.engagement < one.engagement]) / size(rows) AS rank
WITH one, one.c AS c, today, rank,
  (1000.0 * one.fee + usual * 50000) / (one.impressions + 50000) / 100 AS cpm
WHERE rank >= $atLeastOf AND cpm <= $maxCpm AND NOT EXISTS {
  MATCH (c)-[:PARTICIPATED_IN]->(busy:Campaign)
  WHERE busy.ends >= today AND busy.starts <= today + duration('P14D')
}
CALL (c) {
  MATCH (c)-[r:REACHES]->(s:Segment) WHERE s.key IN $segments
  RETURN sum(r.share) AS fit
}
RETURN c.key AS key, c.name AS name, c.followers AS followers, round(cpm, 1) AS expectedCpm,
  round(one.gender, 2) AS gender, round(fit, 2) AS inSegments, round(one.engagement, 4) AS engagement,
  one.campaigns AS campaigns, c.priceShortVideo / 100 AS price
ORDER BY fit * one.gender / cpm DESC, key
LIMIT 20
