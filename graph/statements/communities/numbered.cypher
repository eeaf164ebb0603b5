// How many communities were ever given a key?
/*
:params {};
returns numbered
*/
RETURN coalesce(COLLECT {
  MATCH (analysis:Analysis {key: 'communities'})
  RETURN analysis.numbered
}[0], 0) AS numbered
