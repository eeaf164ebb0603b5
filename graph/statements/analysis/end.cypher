// Records that a step of the analysis is complete, what it read and how long it took.
/*
:params {name: 'collaboration', inputs: 'creators=3', version: 1, run: 1, present: '2026-11-23', seconds: 1.5};
returns nothing
*/
MERGE (analysis:Analysis {key: $name})
SET analysis.inputs = $inputs, analysis.version = $version,
  analysis.run = $run, analysis.present = date($present), analysis.seconds = $seconds,
  analysis.ended = timestamp()
