// Which segments are there, by key, after one?
/*
:params {after: '', limit: 1000}
returns key, rows (one, in the order of segments's columns)
*/
MATCH (segment:Segment)
WHERE segment.key > $after
WITH segment
ORDER BY segment.key
LIMIT $limit
RETURN segment.key AS key, [[
  segment.key, segment.name, segment.dimension
]] AS rows
ORDER BY key
