// Which platforms are there, by key, after one?
/*
:params {after: '', limit: 1000}
returns key, rows (one, in the order of platforms's columns)
*/
MATCH (platform:Platform)
WHERE platform.key > $after
WITH platform
ORDER BY platform.key
LIMIT $limit
RETURN platform.key AS key, [[
  platform.key, platform.name
]] AS rows
ORDER BY key
