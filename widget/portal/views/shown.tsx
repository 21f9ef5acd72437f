import { fill } from '../../panel/model/fill';
import { Ask } from '../../panel/views/ask';
import { Failed, Lazy, Loading } from '../../panel/views/lazy-view';
import { portalTexts } from '../texts';
import { Head } from './head';
import type { PortalProps } from './portal-view';
import { Request } from './request';

/** Beside the list: a request, the form for a new one, an article, or a word about what to do. */
export function Shown({ portal }: PortalProps) {
  const { panel, sought } = portal;
  const texts = portalTexts(panel.state.locale);
  const screen = panel.state.screens.at(-1);
  if (sought) return <Sought portal={portal} sought={sought} />;
  if (screen?.name === 'thread') return <Request portal={portal} id={screen.id} />;
  if (screen?.name === 'article')
    return (
      <div class="page">
        <Head
          portal={portal}
          title={panel.state.texts.article}
          back={{ name: 'new', ...(portal.about && { about: portal.about.number }) }}
        />
        <div class="scroll">
          <Lazy panel={panel} name="article" id={screen.id} key={screen.id} />
        </div>
      </div>
    );
  if (screen?.name === 'ask')
    return (
      <div class="page">
        <Head portal={portal} title={panel.state.texts.newConversation} />
        <div class="scroll">
          <About portal={portal} />
          <Ask panel={panel} />
        </div>
      </div>
    );
  return <p class="quiet empty">{texts.choose}</p>;
}

/** That the question is about an article, and the way to ask about something else. */
function About({ portal }: PortalProps) {
  const { about, panel } = portal;
  const texts = portalTexts(panel.state.locale);
  if (!about?.title) return null;
  return (
    <p class="about">
      <span>
        {texts.about} <a href={about.url}>{about.title}</a>
      </span>
      <button type="button" class="link" onClick={() => void portal.open({ name: 'new' })}>
        {texts.aboutElse}
      </button>
    </p>
  );
}

function Sought({
  portal,
  sought: { number, state },
}: PortalProps & { sought: NonNullable<PortalProps['portal']['sought']> }) {
  const { panel } = portal;
  const texts = portalTexts(panel.state.locale);
  return (
    <div class="page">
      <Head portal={portal} title={`№ ${number}`} />
      {state === 'loading' && <Loading panel={panel} id="" text={texts.looking} />}
      {state === 'missing' && (
        <p class="quiet" role="alert">
          {fill(texts.missing, { number })}
        </p>
      )}
      {state === 'failed' && (
        <Failed panel={panel} onRetry={() => void portal.open({ name: 'request', number })} />
      )}
    </div>
  );
}
