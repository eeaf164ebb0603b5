// Writes lists of creators with the campaigns they are made for, each as its row says.
/*
:params {rows: [{at: 0, key: 'l-1', unlinked: false, campaign: null, properties: {name: 'Double 11'}}]};
returns outcome (created, updated, unchanged or the column that names what does not exist), rows,
  refused (the rows' at)
*/
CYPHER replan=skip
UNWIND $rows AS row
OPTIONAL MATCH (campaign:Campaign {key: row.campaign})
OPTIONAL MATCH (was:CreatorList {key: row.key})
WITH row, campaign, row.unlinked OR was IS NULL AS link, CASE
  WHEN row.campaign IS NOT NULL AND campaign IS NULL THEN 'campaign'
  WHEN was IS NULL THEN 'created'
  WHEN row.unlinked OR any(name IN keys(row.properties)
    WHERE coalesce(was[name] <> row.properties[name],
      (was[name] IS NULL) <> (row.properties[name] IS NULL))) THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE WHEN outcome IN ['created', 'updated'] THEN [1] ELSE [] END |
  MERGE (list:CreatorList {key: row.key})
  ON CREATE SET list.created = datetime()
  SET list += row.properties, list.changed = datetime(),
    list.version = coalesce(list.version, 0) + 1, list.revision = coalesce(list.revision, 0) + 1
  FOREACH (to IN CASE WHEN link AND campaign IS NOT NULL THEN [campaign] ELSE [] END |
    CREATE (list)-[:MADE_FOR]->(to))
)
RETURN outcome, count(*) AS rows,
  CASE outcome WHEN 'campaign' THEN collect(row.at) ELSE [] END AS refused
