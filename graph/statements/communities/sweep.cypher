// Takes away the communities that are seen no more, or not yet.
/*
:params {};
returns nothing
*/
MATCH (community:PastCommunity|NextCommunity)
CALL (community) {
  DETACH DELETE community
} IN TRANSACTIONS OF 1000 ROWS
