import { PICK_WINDOW } from '@beseda/shared/protocol/pick';
import type { Core } from '../../core';

/**
 * What works without the panel, where the page, or the desk that opened its window, has asked for it; what cannot be
 * loaded is left out. Resolves when the panel may take over.
 */
export function startAside(core: Core): Promise<void> | undefined {
  const { diagnostics, help } = core.options;
  if (diagnostics)
    import('../diagnostics/watch-failures').then(
      ({ watchFailures }) => watchFailures(core),
      () => {},
    );
  if (help)
    import('../help/draw-marks').then(
      ({ drawMarks }) => drawMarks(core),
      () => {},
    );
  if (window.name !== PICK_WINDOW) return;
  return import('../pick/offer-page').then(
    ({ offerPage }) => offerPage(core),
    () => {},
  );
}
