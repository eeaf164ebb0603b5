// What numbers of followers are known of each creator?
/*
:params {};
returns id (the database's number), key, days (from 1970-01-01), followers, joined (such a day; null
  when unknown)
*/
CYPHER 5
MATCH (creator:Creator)
WHERE creator.key IS NOT NULL AND size(creator.historyDays) > 0
RETURN id(creator) AS id, creator.key AS key, creator.historyDays AS days,
  creator.historyFollowers AS followers,
  duration.inDays(date('1970-01-01'), creator.joined).days AS joined
ORDER BY key
