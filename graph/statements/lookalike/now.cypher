// What time is it, as marks of changes are made with?
/*
:params {};
returns now (ms since 1970-01-01)
*/
RETURN timestamp() AS now
