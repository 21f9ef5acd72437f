import type { Panel } from '../panel/model/panel';

/** Prints a whole thread: what has not been loaded yet is fetched first. */
export async function printThread({ live }: Panel, id: string): Promise<void> {
  while (live?.threads.view(id).thread?.hasEarlier) if (!(await live.threads.loadEarlier(id))) break;
  // What was loaded is drawn in the next task.
  setTimeout(() => print(), 100);
}
