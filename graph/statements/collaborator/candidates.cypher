// What do scores rest on, of some creators?
/*
:params {creators: [1], place: 'standing0', run: 1, today: '2026-11-25', ties: 20}
returns id (number), key, name, region, language, followers, price, categories, agency and brands
  (each of key and name), segments (keys), shares, standing (bytes), others (numbers), weights
*/
CYPHER 5
UNWIND $creators AS number
MATCH (creator:Creator)
WHERE id(creator) = number
WITH number, creator, COLLECT {
  MATCH (creator)-[tie:COLLABORATED_WITH]-(other)
  WHERE tie.from <= $run AND (tie.until IS NULL OR tie.until > $run)
  WITH other, tie.weight AS weight
  ORDER BY weight DESC, id(other)
  LIMIT $ties
  RETURN [id(other), weight]
} AS ties, COLLECT {
  MATCH (creator)-[reach:REACHES]->(segment)
  RETURN [segment.key, reach.share]
} AS audience
RETURN number AS id, creator.key AS key, creator.name AS name, creator.region AS region,
  creator.language AS language, creator.followers AS followers,
  coalesce(creator.priceShortVideo, creator.priceMidVideo, creator.priceImageText,
    creator.priceLive) AS price,
  COLLECT {
    MATCH (creator)-[in:IN_CATEGORY]->(category)
    RETURN [category.key, category.name] ORDER BY in.position, category.key
  } AS categories,
  COLLECT {
    MATCH (creator)-[with:SIGNED_WITH]->(agency)
    WHERE with.since <= date($today) AND (with.until IS NULL OR with.until > date($today))
    RETURN [agency.key, agency.name] ORDER BY with.since DESC, agency.key LIMIT 1
  } AS agency,
  COLLECT {
    MATCH (creator)-[:PARTICIPATED_IN]->()<-[:RAN]-(brand)
    WITH DISTINCT brand
    RETURN [brand.key, brand.name] ORDER BY brand.creatorCount, brand.key
  } AS brands,
  [share IN audience | share[0]] AS segments, [share IN audience | share[1]] AS shares,
  creator[$place] AS standing, [tie IN ties | tie[0]] AS others, [tie IN ties | tie[1]] AS weights
