// Which indexes were made for constraints that never came to be?
/*
:params {constraints: ['creator_key', 'agency_key']};
returns name
*/
SHOW INDEXES YIELD name, owningConstraint
WHERE name IN $constraints AND owningConstraint IS NULL
RETURN name
