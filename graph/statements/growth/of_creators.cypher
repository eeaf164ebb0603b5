// What numbers of followers are known of some creators?
/*
:params {keys: ['cr-000001']};
returns key, days (from 1970-01-01), followers, joined (such a day; null when unknown)
*/
UNWIND $keys AS key
MATCH (creator:Creator {key: key})
RETURN creator.key AS key, creator.historyDays AS days, creator.historyFollowers AS followers,
  duration.inDays(date('1970-01-01'), creator.joined).days AS joined
ORDER BY key
