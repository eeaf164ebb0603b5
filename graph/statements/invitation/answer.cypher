// Records a creator's answer.
/*
:params {campaign: 'ca-1', creator: 'cr-1', answer: 'ACCEPTED'}
returns nothing
*/
MATCH (:Campaign {key: $campaign})-[invitation:INVITED]->(:Creator {key: $creator})
SET invitation.answer = $answer, invitation.answered = datetime()
