// Which lists of creators are there, by key, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key, rows (one, in the order of lists's columns)
*/
MATCH (list:CreatorList)
WHERE list.key > $after AND ($keys IS NULL OR list.key IN $keys)
WITH list
ORDER BY list.key
LIMIT $limit
RETURN list.key AS key, [[
  list.key, list.name, list.note,
  head(COLLECT { MATCH (list)-[:MADE_FOR]->(campaign:Campaign) RETURN campaign.key })
]] AS rows
ORDER BY key
