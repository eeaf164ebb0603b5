// Which brands are about what?
/*
:params {};
returns category (key), name, brands (keys)
*/
MATCH (brand:Brand)-[:IN_CATEGORY]->(category:Category)
WITH category, brand.key AS brand
ORDER BY brand
RETURN category.key AS category, category.name AS name, collect(DISTINCT brand) AS brands
ORDER BY category
