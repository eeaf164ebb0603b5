// Which of these requests have been carried out before? Whoever asks at the same time waits for the
// answer.
/*
:params {keys: ['createCampaign:abc']};
takes in ascending order
returns key, input, result (both null when it has not)
*/
UNWIND $keys AS key
MERGE (request:Request {key: key})
SET request.seen = datetime()
RETURN key, request.input AS input, request.result AS result
