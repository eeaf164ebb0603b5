// How many followers had creators day by day, by creator, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key (the creator's), rows (in the order of follower_history's columns, the date as days
  since 1970-01-01)
*/
MATCH (creator:Creator)
WHERE creator.key > $after AND ($keys IS NULL OR creator.key IN $keys)
WITH creator
ORDER BY creator.key
LIMIT $limit
WITH creator.key AS key, creator.historyDays AS days, creator.historyFollowers AS followers
RETURN key, [i IN range(0, size(coalesce(days, [])) - 1) | [key, days[i], followers[i]]] AS rows
ORDER BY key
