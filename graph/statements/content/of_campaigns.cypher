// Which contents were made for some campaigns, and what tells that their counts have changed?
/*
:params {keys: ['ca-1']};
returns key, contents (their keys), revision (a number that another count nearly always changes);
  no row for a campaign that does not exist
*/
UNWIND $keys AS key
MATCH (campaign:Campaign {key: key})
RETURN key, COLLECT {
    MATCH (campaign)<-[:FOR_CAMPAIGN]-(content)
    RETURN content.key ORDER BY content.key LIMIT 500
  } AS contents, COLLECT {
    MATCH (campaign)<-[:FOR_CAMPAIGN]-(content)
    RETURN sum(size(content.metricsAt) * 1000003 + content.metricsAt[-1] % 1000003
      + reduce(sum = 0, n IN content.metricsViews | (sum * 31 + n) % 1000000007))
  }[0] AS revision
ORDER BY key
