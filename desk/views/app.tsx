import type { Http } from '@beseda/shared/client/http';
import { nameTypes } from '@beseda/shared/domain/type-rules';
import type { AgentSession } from '@beseda/shared/protocol/http';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useValue } from '../hooks/use-value';
import { en } from '../locales/en';
import { ru } from '../locales/ru';
import { type Desk, openDesk } from '../start/open-desk';
import { DeskContext, type Page, PageContext, TextsContext, usePage, useTexts } from './contexts';
import { Shell } from './shell/shell';
import { SignInPage } from './sign-in/sign-in-page';
import { StateMessage } from './state-message';

/** The whole desk: sign-in until somebody is in, then the three panes. */
export function App({ page, http }: { page: Page; http: Http }) {
  const { locale } = useValue(page.preferences);
  const texts = useMemo(() => ({ locale, texts: locale === 'ru' ? ru : en }), [locale]);
  return (
    <TextsContext.Provider value={texts}>
      <PageContext.Provider value={page}>
        <Entrance http={http} />
      </PageContext.Provider>
    </TextsContext.Provider>
  );
}

function Entrance({ http }: { http: Http }) {
  const { texts } = useTexts();
  const { session } = usePage();
  const state = useValue(session.state);
  switch (state.kind) {
    case 'unknown':
      return (
        <main class="whole" aria-busy="true">
          <StateMessage title={texts.app.loading} />
        </main>
      );
    case 'unreached':
      return <Unreached onRetry={() => void session.load()} />;
    case 'out':
      return <SignInPage reason={state.reason} />;
    case 'in':
      return <Workplace key={state.session.agent.id} session={state.session} http={http} />;
    default:
      return null;
  }
}

function Unreached({ onRetry }: { onRetry: () => void }) {
  const { texts } = useTexts();
  return (
    <main class="whole">
      <StateMessage title={texts.app.unreached} hint={texts.app.unreachedHint}>
        <button type="button" class="button" onClick={onRetry}>
          {texts.app.tryAgain}
        </button>
      </StateMessage>
    </main>
  );
}

function Workplace(props: { session: AgentSession; http: Http }) {
  const { texts, locale } = useTexts();
  const { session, preferences } = usePage();
  const { typeNames } = props.session;
  const named = useMemo(
    () => ({ locale, texts: nameTypes(texts, typeNames, locale) }),
    [texts, locale, typeNames],
  );
  const [desk, setDesk] = useState<Desk | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const { id } = props.session.agent;
  useEffect(() => {
    const opening = openDesk({ ...props, preferences, expire: () => session.expire() });
    opening.then(setDesk, () => setFailed(true));
    return () =>
      void opening.then(
        (opened) => opened.close(),
        () => undefined,
      );
  }, [id, attempt]);
  const retry = () => {
    setFailed(false);
    setAttempt(attempt + 1);
  };
  if (failed) return <Unreached onRetry={retry} />;
  if (desk === null) {
    return (
      <main class="whole" aria-busy="true">
        <StateMessage title={texts.app.loading} />
      </main>
    );
  }
  return (
    <TextsContext.Provider value={named}>
      <DeskContext.Provider value={desk}>
        <Shell />
      </DeskContext.Provider>
    </TextsContext.Provider>
  );
}
