// How far has the import of each file of a data set come?
/*
:params {run: 'run'};
returns file, line (rows that begin at or before it are done), refused (line and column of rows
  whose references did not exist), done (boolean)
*/
MATCH (import:Import {run: $run})
RETURN import.file AS file, import.line AS line, import.refused AS refused, import.done AS done
ORDER BY file
