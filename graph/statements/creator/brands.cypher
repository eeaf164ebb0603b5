// Which brands did a creator work for, in which campaigns?
/*
:params {};
this MATCH (this:Creator {key: 'cr-000001'})
returns participation, campaign, creator, brand, node (the brand)
*/
MATCH (this)-[participation:PARTICIPATED_IN]->(campaign:Campaign)<-[:RAN]-(brand:Brand)
RETURN participation, campaign, this AS creator, brand, brand AS node
