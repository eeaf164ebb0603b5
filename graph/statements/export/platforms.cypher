// Which platforms are there, by key, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key, rows (one, in the order of platforms's columns)
*/
MATCH (platform:Platform)
WHERE platform.key > $after AND ($keys IS NULL OR platform.key IN $keys)
WITH platform
ORDER BY platform.key
LIMIT $limit
RETURN platform.key AS key, [[
  platform.key, platform.name
]] AS rows
ORDER BY key
