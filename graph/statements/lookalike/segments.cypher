// Which segments of audiences are there, by number?
/*
:params {};
returns id, key, dimension
*/
CYPHER 5
MATCH (segment:Segment)
RETURN id(segment) AS id, segment.key AS key, segment.dimension AS dimension
