import type { Reader } from '@beseda/shared/domain/tell-promise';
import type { Panel } from '../model/panel';

const SUPPORT_ZONE = 'Europe/Moscow';

/** Whose clock the panel tells times by: the person's, with that of the support beside it. */
export function readerOf({ state }: Panel): Reader {
  const outlook = state.access.kind === 'staff' ? state.access.session.promise : null;
  return {
    locale: state.locale,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    supportZone: outlook?.tz ?? SUPPORT_ZONE,
    now: Date.now(),
  };
}
