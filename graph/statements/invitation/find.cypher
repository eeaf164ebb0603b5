// What became of an invitation?
/*
:params {campaign: 'ca-1', creator: 'cr-1'}
returns answer (null while it is open); no row when there is no invitation
*/
MATCH (:Campaign {key: $campaign})-[invitation:INVITED]->(:Creator {key: $creator})
RETURN invitation.answer AS answer
