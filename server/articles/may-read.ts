import { VISIBILITIES, type Visibility } from '@beseda/shared/domain/words';
import { type Actor, isRequester } from '../db/actor';

/** Who looks at the knowledge base; null: nobody in particular. */
export type Viewer = Actor | null;

/** The most private articles that this viewer may read: public for anybody, staff for sessions, agents for agents. */
export function audienceOf(viewer: Viewer): Visibility {
  if (viewer === null) return 'public';
  return isRequester(viewer) ? 'staff' : 'agents';
}

/** Whether this audience reads articles of that visibility: each one reads what the ones before it do. */
export function mayRead(audience: Visibility, visibility: Visibility): boolean {
  return VISIBILITIES.indexOf(visibility) <= VISIBILITIES.indexOf(audience);
}
