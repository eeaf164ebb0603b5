// Which contracts are there, by creator, after one?
/*
:params {after: '', limit: 1000};
returns key (the creator's), rows (in the order of contracts's columns)
*/
MATCH (creator:Creator)
WHERE creator.key > $after
WITH creator
ORDER BY creator.key
LIMIT $limit
RETURN creator.key AS key, COLLECT {
  MATCH (creator)-[contract:SIGNED_WITH]->(agency:Agency)
  RETURN [creator.key, agency.key, toString(contract.since), toString(contract.until),
    contract.exclusive] AS row
  ORDER BY agency.key, contract.since
} AS rows
ORDER BY key
