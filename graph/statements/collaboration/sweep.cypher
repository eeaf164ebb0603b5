// Takes away the collaborations that are valid no more.
/*
:params {run: 2};
returns nothing
*/
MATCH ()-[tie:COLLABORATED_WITH]->()
WHERE tie.until <= $run
CALL (tie) {
  DELETE tie
} IN TRANSACTIONS OF 20000 ROWS
