// Which brands did an agency's creators work for while under contract?
/*
:params {}, this: an Agency
returns brand
*/
MATCH (this)<-[contract:SIGNED_WITH]-(:Creator)
  -[:PARTICIPATED_IN]->(campaign:Campaign)<-[:RAN]-(brand:Brand)
WHERE contract.since <= campaign.starts
  AND (contract.until IS NULL OR contract.until >= campaign.starts)
RETURN DISTINCT brand
