// Takes the marks of changes from before a run away, which it has taken in.
/*
:params {began: 1700000000000};
returns nothing
*/
MATCH (creator:Creator)
WHERE creator.fresh > -$began AND creator.fresh < $began
CALL (creator) {
  REMOVE creator.fresh
} IN TRANSACTIONS OF 20000 ROWS
