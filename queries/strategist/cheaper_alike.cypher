// Who resembles some creators in content and audience, asks less for each follower and is with another agency?
// Audience: how much of the shares over segments overlap, 1 is the same audience (per kind of segment,
// averaged). Content: shared categories of all categories of both (Jaccard). Both count half.
// `priceOfSeeds` is the price of a short video for each follower, as a share of theirs; the price itself
// is in yuan.
// @number 2
// @audience S
// @tags lookalike, price
// @param creators: [String!]! of Creator -- Keys of the creators to resemble, 1 to 5.
// @param today: Date = LAST_DAY -- The day whose contracts count; the last day of the data when left out.
// @requires all(key IN $creators WHERE EXISTS { (:Creator {key: key}) }) -- a creator is not there
// @requires EXISTS { (:Creator)-[:IN_CATEGORY]->() } -- no creator has a category
// @requires EXISTS { MATCH (c:Creator) WHERE c.byPriceShortVideo > 0 } -- no creator has a price for a short video
// @requires EXISTS { MATCH (c:Creator) WHERE c.key IN $creators AND c.priceShortVideo > 0 AND c.followers > 0 } -- none of the creators to resemble has a price for a short video and followers
// @columns key: String, name: String, alike: Float, content: Float, audience: Float, followers: Int, yuan: Int, priceOfSeeds: Float
// @example {"creators": ["cr-013305", "cr-003014"], "today": "2026-11-23"}
MATCH (seed:Creator) WHERE seed.key IN $creators
WITH collect(seed) AS seeds, avg(seed.followers) AS size,
  avg(1.0 * seed.priceShortVideo / seed.followers) AS price, date($today) AS today
UNWIND seeds AS s
MATCH (s)-[:IN_CATEGORY]->(category:Category)
WITH seeds, size, price, today, collect(DISTINCT category) AS categories
UNWIND categories AS category
MATCH (other:Creator)-[:IN_CATEGORY]->(category)
WHERE NOT other IN seeds AND other.followers >= size / 3 AND other.followers <= size * 3
WITH seeds, price, today, size(categories) AS wanted, other, count(category) AS shared
WHERE 1.0 * other.priceShortVideo / other.followers < price AND NOT EXISTS {
  MATCH (other)-[k:SIGNED_WITH]->(:Agency)<-[theirs:SIGNED_WITH]-(s:Creator)
  WHERE s IN seeds AND k.since <= today AND coalesce(k.until >= today, true)
    AND theirs.since <= today AND coalesce(theirs.until >= today, true)
}
WITH seeds, price, other,
  1.0 * shared / (COUNT { (other)-[:IN_CATEGORY]->() } + wanted - shared) AS content
ORDER BY content DESC, other.key LIMIT 500
CALL (seeds, other) {
  UNWIND seeds AS s
  MATCH (s)-[a:REACHES]->(segment:Segment)<-[b:REACHES]-(other)
  WITH s, segment.dimension AS kind,
    sum(CASE WHEN a.share < b.share THEN a.share ELSE b.share END) AS both
  RETURN coalesce(avg(both), 0.0) AS audience
}
RETURN other.key AS key, other.name AS name, round((content + audience) / 2, 3) AS alike,
  round(content, 2) AS content, round(audience, 3) AS audience, other.followers AS followers,
  other.priceShortVideo / 100 AS yuan,
  round(1.0 * other.priceShortVideo / other.followers / price, 2) AS priceOfSeeds
ORDER BY alike DESC, key
LIMIT 15
