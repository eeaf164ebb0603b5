// Makes the next generation of communities the one that is seen.
/*
:params {numbered: 12};
returns nothing
*/
MERGE (analysis:Analysis {key: 'communities'})
SET analysis.numbered = $numbered
WITH analysis
MATCH (community:NextCommunity)
SET community:Community
REMOVE community:NextCommunity
