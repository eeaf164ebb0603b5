// Takes the communities out of sight that are there.
/*
:params {};
returns nothing
*/
MATCH (community:Community)
SET community:PastCommunity
REMOVE community:Community
