// Which contracts are there, by creator, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key (the creator's), rows (in the order of contracts's columns)
*/
MATCH (creator:Creator)
WHERE creator.key > $after AND ($keys IS NULL OR creator.key IN $keys)
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
