// Gives a step of the analysis a number for its run that no run before had, not even one that was
// killed.
/*
:params {name: 'collaboration'};
returns run
*/
MERGE (analysis:Analysis {key: $name})
SET analysis.begun = coalesce(analysis.begun, 0) + 1, analysis.inputs = null
RETURN analysis.begun AS run
