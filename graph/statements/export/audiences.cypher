// Which shares of audiences are there, by creator, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key (the creator's), rows (in the order of audiences's columns)
*/
MATCH (creator:Creator)
WHERE creator.key > $after AND ($keys IS NULL OR creator.key IN $keys)
WITH creator
ORDER BY creator.key
LIMIT $limit
RETURN creator.key AS key, COLLECT {
  MATCH (creator)-[reaches:REACHES]->(segment:Segment)
  RETURN [creator.key, segment.key, reaches.share] AS row
  ORDER BY segment.key
} AS rows
ORDER BY key
