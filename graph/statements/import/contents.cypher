// Writes contents with who posted them, who appears in them and for which campaign they were made.
/*
:params {rows: [{at: 0, key: 'co-1', unlinked: false, creator: 'cr-1', campaign: null, coCreators: [], properties: {name: 'Unboxing'}}]};
returns outcome (created, updated, unchanged or the column that names what does not exist), rows,
  refused (the rows' at)
*/
CYPHER replan=skip
UNWIND $rows AS row
OPTIONAL MATCH (creator:Creator {key: row.creator})
OPTIONAL MATCH (campaign:Campaign {key: row.campaign})
OPTIONAL MATCH (was:Content {key: row.key})
WITH row, creator, campaign, was, row.unlinked OR was IS NULL AS link,
  COLLECT { UNWIND row.coCreators AS key MATCH (to:Creator {key: key}) RETURN to } AS guests
WITH row, creator, campaign, guests, link, CASE
  WHEN creator IS NULL THEN 'creator'
  WHEN row.campaign IS NOT NULL AND campaign IS NULL THEN 'campaign'
  WHEN size(guests) < size(row.coCreators) THEN 'co_creators'
  WHEN was IS NULL THEN 'created'
  WHEN row.unlinked OR any(name IN keys(row.properties)
    WHERE coalesce(was[name] <> row.properties[name],
      (was[name] IS NULL) <> (row.properties[name] IS NULL))) THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE WHEN outcome IN ['created', 'updated'] THEN [1] ELSE [] END |
  MERGE (content:Content {key: row.key})
  SET content += row.properties, creator.fresh = timestamp()
  FOREACH (by IN CASE WHEN link THEN [creator] ELSE [] END | CREATE (by)-[:POSTED]->(content))
  FOREACH (to IN CASE WHEN link AND campaign IS NOT NULL THEN [campaign] ELSE [] END |
    CREATE (content)-[:FOR_CAMPAIGN]->(to))
  FOREACH (i IN CASE WHEN link THEN range(0, size(guests) - 1) ELSE [] END |
    FOREACH (guest IN [guests[i]] | CREATE (guest)-[:APPEARS_IN {position: i}]->(content)))
)
RETURN outcome, count(*) AS rows,
  CASE WHEN outcome IN ['created', 'updated', 'unchanged'] THEN [] ELSE collect(row.at) END
    AS refused
