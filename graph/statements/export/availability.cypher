// When are creators taken, by creator, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key (the creator's), rows (in the order of availability's columns, days since 1970-01-01)
*/
MATCH (creator:Creator)
WHERE creator.key > $after AND ($keys IS NULL OR creator.key IN $keys)
WITH creator
ORDER BY creator.key
LIMIT $limit
RETURN creator.key AS key, [i IN range(0, size(coalesce(creator.slotFrom, [])) - 1) | [
  creator.key, creator.slotFrom[i], creator.slotTo[i], creator.slotStates[i],
  nullIf(creator.slotCampaigns[i], '')
]] AS rows
ORDER BY key
