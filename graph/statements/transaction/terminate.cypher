// Ends the statements of clients who have given them up.
/*
:params {reads: ['4711-1']};
returns message, for each that was ended
*/
SHOW TRANSACTIONS
YIELD transactionId AS id, metaData
WHERE metaData.read IN $reads
TERMINATE TRANSACTIONS id
YIELD message
RETURN message
