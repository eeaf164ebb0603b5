// Keeps the people some contents reached.
/*
:params {key: 'ap-1', name: 'Double 11', size: 1000, contents: ['co-1']};
returns nothing
*/
CREATE (package:AudiencePackage {key: $key, name: $name, size: $size, created: datetime()})
WITH package
UNWIND $contents AS key
MATCH (content:Content {key: key})
CREATE (package)-[:FROM]->(content)
