// Which brands did an agency's creators work for while under contract, in the campaigns that began
// in a period?
/*
:params {from: null, to: null};
this MATCH (this:Agency {key: 'ag-0001'})
returns brand
*/
MATCH (this)<-[contract:SIGNED_WITH]-(:Creator)
  -[:PARTICIPATED_IN]->(campaign:Campaign)<-[:RAN]-(brand:Brand)
WHERE ($from IS NULL OR campaign.starts >= $from)
  AND ($to IS NULL OR campaign.starts <= $to)
  AND contract.since <= campaign.starts
  AND (contract.until IS NULL OR contract.until >= campaign.starts)
RETURN DISTINCT brand
