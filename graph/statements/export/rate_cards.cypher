// Which rates are there, by creator, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key (the creator's), rows (in the order of rate_cards's columns, days since 1970-01-01)
*/
MATCH (creator:Creator)
WHERE creator.key > $after AND ($keys IS NULL OR creator.key IN $keys)
WITH creator
ORDER BY creator.key
LIMIT $limit
RETURN creator.key AS key, [i IN range(0, size(coalesce(creator.rateFormats, [])) - 1) | [
  creator.key, creator.rateFormats[i], creator.ratePrices[i],
  nullIf(creator.rateSince[i], -1000000), nullIf(creator.rateUntil[i], -1000000),
  nullIf(creator.rateMinSeconds[i], -1), nullIf(creator.rateMaxSeconds[i], -1)
]] AS rows
ORDER BY key
