// What did a creator do in the campaigns that began in a period?
/*
:params {from: null, to: null};
this MATCH (this:Creator {key: 'cr-000001'})
returns participation, creator, campaign
*/
MATCH (this)-[participation:PARTICIPATED_IN]->(campaign:Campaign)
WHERE ($from IS NULL OR campaign.starts >= $from)
  AND ($to IS NULL OR campaign.starts <= $to)
RETURN participation, this AS creator, campaign
