// Forgets how far imports have come; all of them, or all but one data set's.
/*
:params {but: null};
returns nothing
*/
MATCH (import:Import)
WHERE $but IS NULL OR import.run <> $but
DELETE import
