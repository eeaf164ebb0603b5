// Counts that an import changed something, within the transaction that did.
/*
:params {};
returns nothing
*/
MERGE (change:Change {key: 'imports'})
SET change.number = coalesce(change.number, 0) + 1
