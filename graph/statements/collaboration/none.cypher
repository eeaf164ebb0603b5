// Are there no collaborations, valid ones or not?
/*
:params {};
returns none (boolean)
*/
RETURN NOT EXISTS { MATCH ()-[:COLLABORATED_WITH]->() } AS none
