// Takes away who was in communities that are seen no more, or not yet.
/*
:params {};
returns nothing
*/
MATCH (:PastCommunity|NextCommunity)<-[was:IN_COMMUNITY]-()
CALL (was) {
  DELETE was
} IN TRANSACTIONS OF 20000 ROWS
