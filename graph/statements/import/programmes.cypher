// Writes programmes, each as its row says; what the row leaves open is removed.
/*
:params {rows: [{at: 0, key: 'pr-1', properties: {name: 'Double 11'}}]};
returns outcome (created, updated or unchanged), rows, refused (none)
*/
CYPHER replan=skip
UNWIND $rows AS row
OPTIONAL MATCH (was:Programme {key: row.key})
WITH row, CASE
  WHEN was IS NULL THEN 'created'
  WHEN any(name IN keys(row.properties)
    WHERE coalesce(was[name] <> row.properties[name],
      (was[name] IS NULL) <> (row.properties[name] IS NULL))) THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE outcome WHEN 'unchanged' THEN [] ELSE [1] END |
  MERGE (programme:Programme {key: row.key})
  SET programme += row.properties
)
RETURN outcome, count(*) AS rows, [] AS refused
