package compile_test

// payloadCases read what a mutation tells of what it changed: rows hold keys, and keys of both ends of relationships.
var payloadCases = []goldenCase{
	{name: "payload/campaign", shows: "A campaign is found by the key that the row names.",
		operation: `mutation { createCampaign(input: {brand: "b", name: "x", objective: AWARENESS}) { clientMutationId campaign { key brand { key } } userErrors { path code message } } }`},
	{name: "payload/participation", shows: "A relationship is found by the keys of its ends.",
		operation: `mutation { recordParticipation(input: {campaign: "c", creator: "a", fee: 1}) { participation { fee cpm creator { key } campaign { performance { fee } } } userErrors { code } } }`},
	{name: "payload/invitations", shows: "Of many the order of the row is kept.",
		operation: `mutation { inviteCreators(input: {campaign: "c", invitations: []}) { invitations { answer creator { key name } } userErrors { code } } }`},
	{name: "payload/content", shows: "Its series are read as elsewhere.",
		operation: `mutation { recordContentMetrics(input: {content: "c", at: "2026-01-01T00:00:00Z"}) { content { key metrics { at views } } } }`},
	{name: "payload/audience_package", shows: "What a node leads to by a named statement.",
		operation: `mutation { createAudiencePackage(input: {name: "x"}) { audiencePackage { id name size segments { share segment { key } } } } }`},
	{name: "payload/nothing_found", shows: "What is no column of the graph is read of the row alone.",
		operation: `mutation { answerInvitation(input: {campaign: "c", creator: "a", answer: ACCEPTED}) { clientMutationId userErrors { code message } } }`},
}
