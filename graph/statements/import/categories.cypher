// Writes categories and what each is part of. A parent may come later than its children: until its
// own row is read it has a key and nothing else, and counts as created then.
/*
:params {rows: [{at: 0, key: 'c-2', parent: 'c-1', properties: {name: 'Lipstick'}}]};
returns outcome (created, updated or unchanged), rows, refused (none)
*/
CYPHER replan=skip
UNWIND $rows AS row
OPTIONAL MATCH (was:Category {key: row.key})
OPTIONAL MATCH (was)-[link:PART_OF]->(parent:Category)
WITH row, link, CASE
  WHEN was.name IS NULL THEN 'created'
  WHEN was.name <> row.properties.name
    OR coalesce(parent.key <> row.parent, (parent IS NULL) <> (row.parent IS NULL)) THEN 'updated'
  ELSE 'unchanged' END AS outcome
FOREACH (_ IN CASE outcome WHEN 'unchanged' THEN [] ELSE [1] END |
  DELETE link
  MERGE (category:Category {key: row.key})
  SET category += row.properties
  FOREACH (key IN CASE WHEN row.parent IS NULL THEN [] ELSE [row.parent] END |
    MERGE (parent:Category {key: key})
    CREATE (category)-[:PART_OF]->(parent)
  )
)
RETURN outcome, count(*) AS rows, [] AS refused
