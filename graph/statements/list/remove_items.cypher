// Takes creators off a list.
/*
:params {key: 'l-1', creators: ['cr-1']};
returns nothing
*/
MATCH (list:CreatorList {key: $key})
UNWIND $creators AS key
MATCH (list)-[item:LISTS]->(:Creator {key: key})
DELETE item
WITH DISTINCT list
SET list.changed = datetime()
