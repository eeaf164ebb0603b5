// What came of the creators of each agency, under contract when the campaign began?
/*
:params {today: date('2026-11-11')};
this MATCH (this:Campaign {key: 'ca-0001'})
returns agency (null for creators under no contract), participation, creator
*/
MATCH (this)<-[participation:PARTICIPATED_IN]-(creator:Creator)
WITH participation, creator, coalesce(this.starts, $today) AS day
OPTIONAL MATCH (creator)-[contract:SIGNED_WITH]->(agency:Agency)
WHERE contract.since <= day AND (contract.until IS NULL OR contract.until >= day)
WITH participation, creator, contract, agency
ORDER BY contract.since DESC, agency.key ASC
WITH participation, creator, head(collect(agency)) AS agency
RETURN agency, participation, creator
