// Which creators worked for a brand, in which campaigns?
/*
:params {};
this MATCH (this:Brand {key: 'b-0001'})
returns participation, campaign, creator, brand, node (the creator)
*/
MATCH (this)-[:RAN]->(campaign:Campaign)<-[participation:PARTICIPATED_IN]-(creator:Creator)
RETURN participation, campaign, creator, this AS brand, creator AS node
