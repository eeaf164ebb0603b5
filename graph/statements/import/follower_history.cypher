// What is known of creators' followers? The creators are held until the transaction ends.
/*
:params {keys: ['cr-1']};
returns key, historyDays, historyFollowers (null when nothing is known); no row for a key that
  does not exist
*/
CYPHER replan=skip
UNWIND $keys AS key
MATCH (creator:Creator {key: key})
REMOVE creator.held
RETURN key, creator.historyDays AS historyDays, creator.historyFollowers AS historyFollowers
