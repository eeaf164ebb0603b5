// Deletes a list with its items.
/*
:params {key: 'l-1'};
returns deleted (its key); no row where there is none
*/
MATCH (list:CreatorList {key: $key})
WITH list, list.key AS deleted
DETACH DELETE list
RETURN deleted
