import { queryClient } from '../api/ask';
import { request, RequestError } from '../api/request';
import { SaveCreatorList, SaveListItems, RemoveListItems, DeleteCreatorList } from '../api/generated/documents';
import type {
  ListHeadFragment,
  ListItemInput,
  ProblemFragment,
  SaveCreatorListInput,
} from '../api/generated/types';

// Every write goes through here: what was refused is an error with the server's words, and pages that
// show lists ask anew.

/** Somebody else saved the object meanwhile; `current` is what is saved now. */
export class ConflictError extends Error {
  readonly current: ListHeadFragment | null;

  constructor(message: string, current: ListHeadFragment | null) {
    super(message);
    this.name = 'ConflictError';
    this.current = current;
  }
}

interface Payload {
  list?: ListHeadFragment | null;
  userErrors: readonly ProblemFragment[];
}

function checked<P extends Payload>(payload: P): P {
  const [problem] = payload.userErrors;
  if (problem?.code === 'CONFLICT') throw new ConflictError(problem.message, payload.list ?? null);
  if (problem) throw new RequestError(problem.message, problem.code);
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => typeof queryKey[0] === 'string' && queryKey[0].startsWith('CreatorList'),
  });
  return payload;
}

/** A request that is repeated after a lost answer is carried out once. */
function once() {
  return crypto.randomUUID();
}

export async function saveList(input: SaveCreatorListInput): Promise<ListHeadFragment> {
  const { data } = await request(SaveCreatorList, { input: { clientMutationId: once(), ...input } });
  return checked(data.saveCreatorList).list!;
}

export async function saveItems(list: string, items: ListItemInput[]): Promise<void> {
  const { data } = await request(SaveListItems, { input: { clientMutationId: once(), list, items } });
  checked(data.saveListItems);
}

export async function removeItems(list: string, creators: string[]): Promise<void> {
  const { data } = await request(RemoveListItems, { input: { clientMutationId: once(), list, creators } });
  checked(data.removeListItems);
}

export async function deleteList(list: string): Promise<void> {
  const { data } = await request(DeleteCreatorList, { input: { clientMutationId: once(), list } });
  checked(data.deleteCreatorList);
}
