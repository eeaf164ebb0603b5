// Records how far the import of a file has come, within the transaction that wrote its rows.
/*
:params {key: 'run/creators.csv', run: 'run', file: 'creators.csv', line: 5001, refused: ['7 platforms'], done: false};
returns nothing
*/
CYPHER replan=skip
MERGE (import:Import {key: $key})
ON CREATE SET import.run = $run, import.file = $file, import.line = 0, import.refused = []
SET import.line = CASE WHEN import.line > $line THEN import.line ELSE $line END,
  import.refused = import.refused + $refused,
  import.done = $done
