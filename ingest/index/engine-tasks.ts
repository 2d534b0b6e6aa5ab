import { MeilisearchApiError } from 'meilisearch';
import type { Meilisearch, Task } from 'meilisearch';

/** A task that the engine took and then could not carry out. */
export class EngineTaskFailed extends Error {
  constructor(task: Task) {
    super(task.error?.message ?? `the search engine's task ${task.type} was ${task.status}`);
    this.name = 'EngineTaskFailed';
  }
}

/** Longer than any task on any archive of a gazette office; a dead engine is noticed by the polling request itself. */
const PATIENCE = 3_600_000;
const INTERVAL = 20;

/** Polls until the engine has carried a task out. @throws EngineTaskFailed */
export async function taskDone(
  client: Meilisearch,
  enqueued: { taskUid: number } | PromiseLike<{ taskUid: number }>,
  interval = INTERVAL,
): Promise<Task> {
  const { taskUid } = await enqueued;
  const task = await client.tasks.waitForTask(taskUid, { timeout: PATIENCE, interval });
  if (task.status !== 'succeeded') throw new EngineTaskFailed(task);
  return task;
}

/** When an index was made, which tells it from any other of its name; null when there is none. */
export async function indexBirth(client: Meilisearch, uid: string): Promise<string | null> {
  try {
    const { createdAt } = await client.getRawIndex(uid);
    return createdAt;
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return null;
    throw error;
  }
}

/** Deletes an index if it is there. */
export async function dropIndex(client: Meilisearch, uid: string): Promise<void> {
  if ((await indexBirth(client, uid)) !== null) await taskDone(client, client.deleteIndex(uid));
}
