import type { Locale } from '@beseda/shared/domain/words';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { useEffect, useState } from 'preact/hooks';
import { useDesk, usePage, useTexts } from '../../../contexts';
import { StateMessage } from '../../../state-message';
import { useKbWords } from '../../use-kb-words';
import { useEditorWords } from './use-editor-words';

/** Takes a number for a new article and goes on to write it. `query`: `title=`, what it is to be called. */
export function NewArticle({ locale, query }: { locale: Locale; query: string }) {
  const { http } = useDesk();
  const { places } = usePage();
  const { texts } = useTexts();
  const words = useEditorWords();
  const { why } = useKbWords();
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const title = new URLSearchParams(query).get('title') ?? '';
    void http<{ number: number }>('POST', '/kb/articles', { locale, ...(title ? { title } : {}) }).then(
      (ack) => {
        if (!ack.ok) return setFailed(ack.code);
        const knowledge = {
          section: 'articles',
          rest: [String(ack.data.number), locale],
          query: '',
        } as const;
        places.go({ ...places.get(), knowledge }, { replace: true });
      },
    );
  }, [http, locale, query, attempt]);
  if (!failed) return <StateMessage title={words.creating} />;
  return (
    <StateMessage title={why(failed)}>
      <button
        type="button"
        class="button"
        onClick={() => {
          setFailed(null);
          setAttempt(attempt + 1);
        }}
      >
        {texts.app.tryAgain}
      </button>
    </StateMessage>
  );
}
