// Which segments are there, by key, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key, rows (one, in the order of segments's columns)
*/
MATCH (segment:Segment)
WHERE segment.key > $after AND ($keys IS NULL OR segment.key IN $keys)
WITH segment
ORDER BY segment.key
LIMIT $limit
RETURN segment.key AS key, [[
  segment.key, segment.name, segment.dimension
]] AS rows
ORDER BY key
