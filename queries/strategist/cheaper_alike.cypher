// Who resembles some creators in content and audience, asks less for each follower and is with another agency?
// Audience: how much of the shares over segments overlap, 1 is the same audience (per kind of segment,
// averaged). Content: shared categories of all categories of both (Jaccard). Both count half.
// `priceOfSeeds` is the price of a short video for each follower, as a share of theirs; the price itself
// is in yuan.
// @number 2
// @audience S
// @tags lookalike, price
// @param creators: [String!]! -- Keys of the creators to resemble, 1 to 5.
// @param today: Date -- The day whose contracts count; the clock's today when left out.
// @example {"creators": ["cr-013305", "cr-003014"], "today": "2026-11-23"}
MATCH (seed:Creator) WHERE seed.key IN $creators
WITH collect(seed) AS seeds, avg(seed.followers) AS size,
  avg(1.0 * seed.priceShortVideo / seed.followers) AS price, coalesce(date($today), date()) AS today
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
