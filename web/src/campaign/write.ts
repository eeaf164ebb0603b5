import { ask, queryClient } from '../api/ask';
import { AnswerInvitation, CreateCampaign, CreateContent, InviteCreators, PlanModels, RecordContentMetrics } from '../api/generated/documents';
import type { AnswerInvitationInput, CreateCampaignInput, CreateContentInput, InvitationInput, ProblemFragment, RecordContentMetricsInput } from '../api/generated/types';
import { request, RequestError } from '../api/request';

// What the campaign pages write. What was refused is an error with the server's words; pages of campaigns ask anew.

function refused(problems: readonly ProblemFragment[]) {
  const [problem] = problems;
  if (problem) throw new RequestError(problem.message, problem.code);
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => typeof queryKey[0] === 'string' && queryKey[0].startsWith('Campaign'),
  });
}

/** A request that is repeated after a lost answer is carried out once. */
const once = () => ({ clientMutationId: crypto.randomUUID() });

export async function createCampaign(input: CreateCampaignInput): Promise<{ id: string; key: string }> {
  const { data } = await request(CreateCampaign, { input: { ...once(), ...input } });
  refused(data.createCampaign.userErrors);
  return data.createCampaign.campaign!;
}

export async function inviteCreators(campaign: string, invitations: InvitationInput[]): Promise<void> {
  const { data } = await request(InviteCreators, { input: { ...once(), campaign, invitations } });
  refused(data.inviteCreators.userErrors);
}

export async function answerInvitation(input: AnswerInvitationInput): Promise<void> {
  const { data } = await request(AnswerInvitation, { input: { ...once(), ...input } });
  refused(data.answerInvitation.userErrors);
}

export async function createContent(input: CreateContentInput): Promise<void> {
  const { data } = await request(CreateContent, { input: { ...once(), ...input } });
  refused(data.createContent.userErrors);
}

export async function recordContentMetrics(input: RecordContentMetricsInput): Promise<void> {
  const { data } = await request(RecordContentMetrics, { input: { ...once(), ...input } });
  refused(data.recordContentMetrics.userErrors);
}

/** The version that invitations are logged with: the matching and what it had learned of answers, by when that was learned. */
export async function modelVersion(): Promise<string> {
  const { models } = await ask(PlanModels, {});
  return ['match', ...models.filter((m) => m.name === 'acceptance').map((m) => `${m.name} ${m.trained}`)].join('; ');
}
