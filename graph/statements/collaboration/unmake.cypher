// Takes away the collaborations that runs made which were killed, of numbers between that of the
// run that is valid and this run's own.
/*
:params {run: 1, mine: 3};
returns nothing
*/
MATCH ()-[tie:COLLABORATED_WITH]->()
WHERE tie.from > $run AND tie.from < $mine
CALL (tie) {
  DELETE tie
} IN TRANSACTIONS OF 20000 ROWS
