// Forgets the index of the vectors of the second place.
/*
:params {}
returns nothing
*/
DROP INDEX lookalikes1 IF EXISTS
