// Which programmes are there, by key, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key, rows (one, in the order of programmes's columns)
*/
MATCH (programme:Programme)
WHERE programme.key > $after AND ($keys IS NULL OR programme.key IN $keys)
WITH programme
ORDER BY programme.key
LIMIT $limit
RETURN programme.key AS key, [[
  programme.key, programme.name, toString(programme.starts), toString(programme.ends),
  programme.budget
]] AS rows
ORDER BY key
