// What is known of some creators that recommending them rests on?
/*
:params {creators: [1], place: 'standing0', today: date('2026-11-25')};
returns id (the database's number, as those of all nodes here), key, name, region, language,
  followers, price (of the first format that has one), categories, agency (the one in force),
  brands, segments (numbers), shares, position (bytes)
*/
CYPHER 5
UNWIND $creators AS number
MATCH (creator:Creator)
WHERE id(creator) = number
WITH number, creator, COLLECT {
  MATCH (creator)-[reach:REACHES]->(segment)
  RETURN [id(segment), reach.share]
} AS audience
RETURN number AS id, creator.key AS key, creator.name AS name, creator.region AS region,
  creator.language AS language, creator.followers AS followers,
  coalesce(creator.priceShortVideo, creator.priceMidVideo, creator.priceImageText,
    creator.priceLive) AS price,
  COLLECT {
    MATCH (creator)-[in:IN_CATEGORY]->(category)
    RETURN id(category) ORDER BY in.position, category.key
  } AS categories,
  COLLECT {
    MATCH (creator)-[contract:SIGNED_WITH]->(agency)
    WHERE contract.since <= $today
      AND (contract.until IS NULL OR contract.until >= $today)
    RETURN id(agency) ORDER BY contract.since DESC, agency.key LIMIT 1
  }[0] AS agency,
  COLLECT {
    MATCH (creator)-[:PARTICIPATED_IN]->()<-[:RAN]-(brand)
    RETURN DISTINCT id(brand)
  } AS brands,
  [share IN audience | share[0]] AS segments, [share IN audience | share[1]] AS shares,
  creator[$place] AS position
