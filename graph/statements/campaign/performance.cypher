// What came of a campaign?
/*
:params {};
this MATCH (this:Campaign {key: 'ca-0001'})
returns participation, creator
*/
MATCH (this)<-[participation:PARTICIPATED_IN]-(creator:Creator)
RETURN participation, creator
