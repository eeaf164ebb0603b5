// Forgets the index of the vectors of the first place.
/*
:params {};
returns nothing
*/
DROP INDEX lookalikes0 IF EXISTS
