// What came of a brand's campaigns that began in a period?
/*
:params {from: null, to: null};
this MATCH (this:Brand {key: 'b-0001'})
returns participation, creator, campaign
*/
MATCH (this)-[:RAN]->(campaign:Campaign)<-[participation:PARTICIPATED_IN]-(creator:Creator)
WHERE ($from IS NULL OR campaign.starts >= $from)
  AND ($to IS NULL OR campaign.starts <= $to)
RETURN participation, creator, campaign
