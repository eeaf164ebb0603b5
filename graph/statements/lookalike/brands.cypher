// Which brands are there, by number?
/*
:params {};
returns id, key
*/
CYPHER 5
MATCH (brand:Brand)
WHERE brand.key IS NOT NULL
RETURN id(brand) AS id, brand.key AS key
