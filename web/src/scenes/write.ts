import { queryClient } from '../api/ask';
import { DeleteScene, SaveScene } from '../api/generated/documents';
import type { ProblemFragment, SaveSceneInput, SaveSceneMutation } from '../api/generated/types';
import { request, RequestError } from '../api/request';

/** A scene that the server keeps, without its document. */
export type SavedScene = NonNullable<SaveSceneMutation['saveScene']['scene']>;

function check(problems: readonly ProblemFragment[]) {
  const [problem] = problems;
  if (problem) throw new RequestError(problem.message, problem.code);
  void queryClient.invalidateQueries({ queryKey: ['Scenes'] });
  void queryClient.invalidateQueries({ queryKey: ['SceneByKey'] });
}

/** Saves a scene; throws what the server refuses, such as a CONFLICT with what somebody else saved meanwhile. */
export async function saveScene(input: SaveSceneInput): Promise<SavedScene> {
  const { data } = await request(SaveScene, { input: { clientMutationId: crypto.randomUUID(), ...input } });
  check(data.saveScene.userErrors);
  return data.saveScene.scene!;
}

export async function deleteScene(scene: string): Promise<void> {
  const { data } = await request(DeleteScene, { input: { clientMutationId: crypto.randomUUID(), scene } });
  check(data.deleteScene.userErrors);
}
