// Removes the index of a constraint that never came to be.
/*
:params {name: 'creator_key'};
returns nothing
*/
DROP INDEX $name IF EXISTS
