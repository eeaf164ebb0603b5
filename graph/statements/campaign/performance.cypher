// What came of a campaign?
/*
:params {}, this: a Campaign
returns participation, creator
*/
MATCH (this)<-[participation:PARTICIPATED_IN]-(creator:Creator)
RETURN participation, creator
