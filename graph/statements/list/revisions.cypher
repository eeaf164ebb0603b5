// How often have lists or their items been changed?
/*
:params {keys: ['l-1']};
returns key, revision; no row for a list that does not exist
*/
UNWIND $keys AS key
MATCH (list:CreatorList {key: key})
RETURN key, coalesce(list.revision, 0) AS revision
