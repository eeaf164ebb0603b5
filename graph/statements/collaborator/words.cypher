// Which categories are there, by number?
/*
:params {};
returns id, key
*/
CYPHER 5
MATCH (category:Category)
RETURN id(category) AS id, category.key AS key
