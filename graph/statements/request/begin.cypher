// Has this request been carried out before? Whoever asks at the same time waits for the answer.
/*
:params {key: 'createCampaign:abc'}
returns input, result (both null when it has not)
*/
MERGE (request:Request {key: $key})
SET request.seen = datetime()
RETURN request.input AS input, request.result AS result
