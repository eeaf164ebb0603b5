// What became of each step of the analysis when it last ended?
/*
:params {};
returns name, inputs, version, run, present (text), ended (epoch seconds)
*/
MATCH (analysis:Analysis)
RETURN analysis.key AS name, analysis.inputs AS inputs, analysis.version AS version,
  analysis.run AS run, toString(analysis.present) AS present, analysis.ended / 1000 AS ended
ORDER BY name
