// Keeps what requests gave, to give it again; of one that gave nothing, nothing is kept.
/*
:params {requests: [{key: 'createCampaign:abc', input: 'sha-256', result: '{}'}]};
returns nothing
*/
UNWIND $requests AS one
MATCH (request:Request {key: one.key})
SET request.input = one.input, request.result = one.result
WITH request
WHERE request.result IS NULL
DELETE request
