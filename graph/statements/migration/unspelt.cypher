// Which entities that a search finds have not been spelt yet?
/*
:params {limit: 10000};
returns at (elementId), label, key, name, handle, popularity
*/
MATCH (entity:Creator|Agency|Brand|Campaign|Content|Category|Platform|Segment|Programme)
WHERE entity.marks IS NULL
WITH entity
LIMIT $limit
RETURN elementId(entity) AS at, labels(entity)[0] AS label, entity.key AS key, entity.name AS name,
  entity.handle AS handle, coalesce(entity.followers, entity.budget) AS popularity
