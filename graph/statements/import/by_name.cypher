// What of a label is called so, or has that key?
/*
:params {label: 'Creator', names: ['小鹿的护肤日记']};
returns key, name
*/
MATCH (entity:$($label))
WHERE entity.name IN $names OR entity.key IN $names
RETURN entity.key AS key, entity.name AS name
ORDER BY key ASC
