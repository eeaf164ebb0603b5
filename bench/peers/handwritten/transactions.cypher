// How many transactions has the database begun so far?
/*
:params {}
returns begun
*/
SHOW TRANSACTIONS YIELD transactionId
RETURN max(toInteger(split(transactionId, '-')[-1])) AS begun
