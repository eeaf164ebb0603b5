// How many creators are there?
// @audience A
MATCH (c:Creator) RETURN count(c) AS creators
