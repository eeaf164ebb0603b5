// What did an agency's creators do while under contract, in the campaigns that began in a period?
/*
:params {from: null, to: null};
this MATCH (this:Agency {key: 'ag-0001'})
returns participation, creator, campaign
*/
MATCH (this)<-[contract:SIGNED_WITH]-(creator:Creator)
  -[participation:PARTICIPATED_IN]->(campaign:Campaign)
WHERE ($from IS NULL OR campaign.starts >= $from)
  AND ($to IS NULL OR campaign.starts <= $to)
  AND contract.since <= campaign.starts
  AND (contract.until IS NULL OR contract.until >= campaign.starts)
RETURN DISTINCT participation, creator, campaign
