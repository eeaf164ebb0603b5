// Which of these procedures has the database?
/*
:params {names: ['gds.leiden.stream']};
returns name
*/
SHOW PROCEDURES YIELD name
WHERE name IN $names
RETURN name
