// Keeps what a request gave, to give it again.
/*
:params {key: 'createCampaign:abc', input: 'sha-256', result: '{}'}
returns nothing
*/
MATCH (request:Request {key: $key})
SET request.input = $input, request.result = $result
