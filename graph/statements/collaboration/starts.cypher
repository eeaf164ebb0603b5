// From which creators do collaborations go out, valid ones or not?
/*
:params {}
returns key
*/
MATCH (creator:Creator)-[:COLLABORATED_WITH]->()
RETURN DISTINCT creator.key AS key
