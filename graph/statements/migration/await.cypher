// Waits until every index can be used.
/*
:params {seconds: 300};
returns nothing
*/
CALL db.awaitIndexes($seconds)
