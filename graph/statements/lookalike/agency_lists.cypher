// What do some agencies' creators under contract work in and for, and whom do they reach?
/*
:params {keys: ['a-1'], today: date('2026-11-25'), listed: 100};
returns key, categories, brands (each of key and name), audience (of key, name, dimension and
  share)
*/
UNWIND $keys AS key
MATCH (agency:Agency {key: key})
WITH key, COLLECT {
  MATCH (agency)<-[contract:SIGNED_WITH]-(creator:Creator)
  WHERE contract.since <= $today
    AND (contract.until IS NULL OR contract.until >= $today)
  WITH DISTINCT creator
  RETURN creator ORDER BY creator.key LIMIT $listed
} AS roster
RETURN key,
  COLLECT {
    UNWIND roster AS creator
    MATCH (creator)-[:IN_CATEGORY]->(category)
    WITH category, count(*) AS often
    RETURN [category.key, category.name] ORDER BY often DESC, category.key LIMIT 3
  } AS categories,
  COLLECT {
    UNWIND roster AS creator
    MATCH (creator)-[:PARTICIPATED_IN]->()<-[:RAN]-(brand)
    WITH brand, count(*) AS often
    RETURN [brand.key, brand.name] ORDER BY often DESC, brand.key LIMIT $listed
  } AS brands,
  COLLECT {
    UNWIND roster AS creator
    MATCH (creator)-[reach:REACHES]->(segment)
    WITH segment, sum(reach.share) AS share
    RETURN [segment.key, segment.name, segment.dimension, share / size(roster)]
  } AS audience
