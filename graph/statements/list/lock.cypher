// How does a list stand that is to be changed? Whoever changes the same list waits here.
/*
:params {key: 'l-1'};
returns version, items (how many), next (the position after the last); no row where there is none
*/
MATCH (list:CreatorList {key: $key})
SET list.revision = coalesce(list.revision, 0) + 1
WITH list
RETURN list.version AS version, COUNT { (list)-[:LISTS]->(:Creator) } AS items, COLLECT {
    MATCH (list)-[item:LISTS]->(:Creator)
    RETURN max(item.byPosition) + 1
  }[0] AS next
