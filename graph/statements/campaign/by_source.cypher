// What came of the creators chosen in each way?
/*
:params {};
this MATCH (this:Campaign {key: 'ca-0001'})
returns source, participation, creator
*/
MATCH (this)<-[participation:PARTICIPATED_IN]-(creator:Creator)
WHERE participation.source IS NOT NULL
RETURN participation.source AS source, participation, creator
