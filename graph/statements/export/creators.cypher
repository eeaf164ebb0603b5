// Which creators are there, by key, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key, rows (one, in the order of creators's columns, without prices that rate cards give)
*/
MATCH (creator:Creator)
WHERE creator.key > $after AND ($keys IS NULL OR creator.key IN $keys)
WITH creator
ORDER BY creator.key
LIMIT $limit
WITH creator, coalesce(creator.ratedPrices, []) AS rated
WITH creator, [name IN ['priceShortVideo', 'priceMidVideo', 'priceImageText', 'priceLive'] |
  CASE WHEN NOT name IN rated THEN creator[name] END] AS prices
RETURN creator.key AS key, [[
  creator.key, creator.name, creator.handle, creator.bio,
  COLLECT { MATCH (creator)-[on:ON_PLATFORM]->(to) RETURN to.key ORDER BY on.position, to.key },
  COLLECT { MATCH (creator)-[in:IN_CATEGORY]->(to) RETURN to.key ORDER BY in.position, to.key },
  creator.region, creator.language, creator.gender, creator.followers, toString(creator.joined),
  creator.verified, prices[0], prices[1], prices[2], prices[3], creator.rebate
]] AS rows
ORDER BY key
