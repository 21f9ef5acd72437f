import type { Manuscript, OtherEditor } from '@beseda/shared/protocol/kb';
import { formatClock } from '@beseda/shared/ui/time';
import { useEffect, useState } from 'preact/hooks';
import { watchEditors } from '../../../../model/writing/watch-editors';
import { DESK_HEADERS } from '../../../../start/headers';
import { useDesk, useTexts } from '../../../contexts';
import { useEditorWords } from './use-editor-words';

/** Who else has this article open to write it: told before both have saved. */
export function OtherEditors({ number, locale }: Pick<Manuscript, 'number' | 'locale'>) {
  const words = useEditorWords();
  const { locale: spoken } = useTexts();
  const others = useOthers(`/kb/articles/${number}/${locale}`);
  const names = others.map(({ name, since }) => `${name}, ${words.since(formatClock(since, spoken))}`);
  return (
    <p class="kb-others" role="status">
      {names.length > 0 && words.others(names.join('; '))}
    </p>
  );
}

function useOthers(path: string): readonly OtherEditor[] {
  const { http } = useDesk();
  const [others, setOthers] = useState<readonly OtherEditor[]>([]);
  useEffect(() => {
    // A page that goes away waits for nobody.
    const leave = () =>
      void fetch(`/api/v1${path}/editing`, {
        method: 'DELETE',
        headers: DESK_HEADERS,
        keepalive: true,
      }).catch(() => {});
    const watch = watchEditors({ http, path, leave });
    const unwatch = watch.others.subscribe(setOthers);
    const over = new AbortController();
    addEventListener('pagehide', leave, { signal: over.signal });
    const look = () => document.visibilityState === 'visible' && watch.tell();
    document.addEventListener('visibilitychange', look, { signal: over.signal });
    return () => {
      over.abort();
      unwatch();
      watch.stop();
    };
  }, [http, path]);
  return others;
}
