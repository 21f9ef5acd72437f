import { filesInText } from '@beseda/shared/domain/article-file-url';
import type { Room } from './furnish-room';

const known = new WeakMap<Room, ReadonlySet<string>>();

/** The files that stand in what is read in this room. */
export function filesOfRoom(room: Room): ReadonlySet<string> {
  const files = known.get(room) ?? new Set(room.articles.flatMap(({ body }) => filesInText(body)));
  known.set(room, files);
  return files;
}
