import { takeDrops, Warning } from '../../panel/views/app';
import { Loading } from '../../panel/views/lazy-view';
import type { Portal } from '../model/portal';
import { RequestList } from './request-list';
import { Shown } from './shown';
import { SignedOut } from './signed-out';

export interface PortalProps {
  portal: Portal;
}

/** Wide: the list, and beside it what is shown. Narrow: one of them, with a way back. */
export function PortalView({ portal }: PortalProps) {
  const { panel } = portal;
  const { access, dragging, announcement } = panel.state;
  if (access.kind === 'nobody' || access.kind === 'refused') return <SignedOut portal={portal} />;
  const isList = portal.place()?.name === 'list';
  return (
    <div class={`portal${isList ? ' at-list' : ''}${dragging ? ' dragging' : ''}`} {...takeDrops(panel)}>
      <Warning panel={panel} />
      {access.kind === 'waiting' ? (
        <Loading panel={panel} id="" />
      ) : (
        <>
          <RequestList portal={portal} />
          <section class="shown">
            <Shown portal={portal} />
          </section>
        </>
      )}
      <div class="sr" aria-live="polite">
        {announcement}
      </div>
    </div>
  );
}
