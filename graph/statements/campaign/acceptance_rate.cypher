// What share of the invitations that were answered or ran out was accepted?
/*
:params {};
this MATCH (this:Campaign {key: 'ca-0001'})
returns value (0 to 1; null when there are none)
*/
MATCH (this)-[invitation:INVITED]->(:Creator)
WHERE invitation.answer IN ['ACCEPTED', 'DECLINED', 'EXPIRED']
WITH count(*) AS closed,
  count(CASE WHEN invitation.answer = 'ACCEPTED' THEN 1 END) AS accepted
RETURN CASE WHEN closed > 0 THEN toFloat(accepted) / closed END AS value
