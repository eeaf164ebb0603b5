// Which campaigns were some creators invited to, or have they worked on?
/*
:params {creators: [1]};
returns campaign (number)
*/
CYPHER 5
UNWIND $creators AS number
MATCH (creator:Creator)-[:PARTICIPATED_IN|INVITED]-(campaign:Campaign)
WHERE id(creator) = number
RETURN DISTINCT id(campaign) AS campaign
