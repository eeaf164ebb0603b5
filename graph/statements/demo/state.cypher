// How many creators are there, and is an import still to be completed?
/*
:params {};
returns creators, unfinished (boolean)
*/
RETURN COUNT { MATCH (:Creator) } AS creators, EXISTS { MATCH (:Import) } AS unfinished
