// Takes back from collaborations the end that runs meant to give them which were killed.
/*
:params {run: 1, mine: 3};
returns nothing
*/
MATCH ()-[tie:COLLABORATED_WITH]->()
WHERE tie.until > $run AND tie.until < $mine
CALL (tie) {
  REMOVE tie.until
} IN TRANSACTIONS OF 20000 ROWS
