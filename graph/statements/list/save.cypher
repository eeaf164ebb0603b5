// Sets what a list says of itself; what is null is cleared. It has been locked before, or just
// made.
/*
:params {key: 'l-1', properties: {name: 'Double 11', note: null}};
returns nothing
*/
MATCH (list:CreatorList {key: $key})
SET list += $properties, list.changed = datetime(),
  list.created = coalesce(list.created, datetime()),
  list.version = coalesce(list.version, 0) + 1, list.revision = coalesce(list.revision, 0) + 1
