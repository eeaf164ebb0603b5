// Which indexes of vectors are there, and how far are they?
/*
:params {};
returns name, state (ONLINE, POPULATING or FAILED), percent
*/
SHOW VECTOR INDEXES YIELD name, state, populationPercent
WHERE name IN ['lookalikes0', 'lookalikes1']
RETURN name, state, populationPercent AS percent
