// What do reasons say of some creators? Names are told of seeds alone, since only what is shared
// with these is said; what is listed, and in which order, does not depend on who is a seed.
/*
:params {keys: ['cr-1'], told: ['cr-1'], today: date('2026-11-25')};
returns key, followers, price, region, language, agencies, categories (each of key and name),
  audience (of key, name, dimension and share); see creator_lists
*/
UNWIND $keys AS key
MATCH (creator:Creator {key: key})
WITH key, creator, key IN $told AS told
RETURN key, creator.followers AS followers,
  coalesce(creator.priceShortVideo, creator.priceMidVideo, creator.priceImageText,
    creator.priceLive) AS price, creator.region AS region, creator.language AS language,
  COLLECT {
    MATCH (creator)-[contract:SIGNED_WITH]->(agency)
    WHERE contract.since <= $today
      AND (contract.until IS NULL OR contract.until >= $today)
    WITH DISTINCT agency
    RETURN [agency.key, agency.name] ORDER BY agency.key
  } AS agencies,
  COLLECT {
    MATCH (creator)-[in:IN_CATEGORY]->(category)
    RETURN [category.key, category.name] ORDER BY in.position, category.key
  } AS categories,
  COLLECT {
    MATCH (creator)-[reach:REACHES]->(segment)
    RETURN [segment.key, CASE WHEN told THEN segment.name END, segment.dimension, reach.share]
  } AS audience
