import '../../../../css/kb-editor.css';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { Manuscript } from '@beseda/shared/protocol/kb';
import { useEffect, useMemo } from 'preact/hooks';
import { knowledgeHome } from '../../../../model/knowledge-route';
import { openLocalCopy } from '../../../../model/writing/local-copy';
import { startWriting, type Writing } from '../../../../model/writing/writing';
import { memoryOr } from '../../../../start/keep-values';
import { useDesk } from '../../../contexts';
import { LoadedPart } from '../../../settings/loaded-part';
import { useLoaded } from '../../../settings/use-loaded';
import { KnowledgeLink } from '../../knowledge-link';
import { Editor } from './editor';
import { NewArticle } from './new-article';
import { useEditorWords } from './use-editor-words';

/** Writing one article in one language, or beginning one: `{number}/{locale}`, `new/{locale}`. */
export function EditorSection({ rest, query }: { rest: readonly string[]; query: string }) {
  const words = useEditorWords();
  const [number = '', given = ''] = rest;
  const locale = LOCALES.find((one) => one === given) ?? 'ru';
  return (
    <div class="kb-editor">
      <KnowledgeLink class="settings-up" to={knowledgeHome('articles')}>
        {words.toList}
      </KnowledgeLink>
      {number === 'new' ? (
        <NewArticle locale={locale} query={query} />
      ) : (
        <Loaded key={`${number} ${locale}`} number={number} locale={locale} />
      )}
    </div>
  );
}

function Loaded({ number, locale }: { number: string; locale: Locale }) {
  const path = `/kb/articles/${encodeURIComponent(number)}/${locale}`;
  const { loaded, reload } = useLoaded<Manuscript>(path);
  return (
    <LoadedPart loaded={loaded} reload={reload}>
      {(manuscript) => <Written manuscript={manuscript} reload={reload} />}
    </LoadedPart>
  );
}

function Written({ manuscript, reload }: { manuscript: Manuscript; reload: () => void }) {
  const writing = useWriting(manuscript);
  return <Editor manuscript={manuscript} writing={writing} reload={reload} />;
}

/** As long as the article is shown; what is not saved when it is left goes out by itself. */
function useWriting(manuscript: Manuscript): Writing {
  const { http, agent, connection } = useDesk();
  const writing = useMemo(() => {
    const { number, locale } = manuscript;
    const copies = openLocalCopy(
      memoryOr(() => localStorage),
      { agentId: agent.id, number, locale },
    );
    return startWriting({ http, manuscript, author: agent.name, copies });
  }, [manuscript]);
  useEffect(() => {
    const unwatch = connection.state.subscribe(({ kind }) => kind === 'online' && writing.wake());
    const wake = () => writing.wake();
    addEventListener('online', wake);
    return () => {
      unwatch();
      removeEventListener('online', wake);
      writing.stop();
    };
  }, [writing, connection]);
  return writing;
}
