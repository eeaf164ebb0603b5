// Which creator did one on a list come in place of?
/*
:params {};
this MATCH (:CreatorList {key: 'l-1'})-[this:LISTS]->(:Creator {key: 'cr-1'})
returns creator
*/
MATCH (creator:Creator {key: this.replaces})
RETURN creator
