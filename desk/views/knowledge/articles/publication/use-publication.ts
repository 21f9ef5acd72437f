import { useState } from 'preact/hooks';
import { useValue } from '../../../../hooks/use-value';
import { knowledgeHome } from '../../../../model/knowledge-route';
import type { Fields } from '../../../../model/writing/local-copy';
import { useActions, useDesk } from '../../../contexts';
import { useKbWords } from '../../use-kb-words';
import type { EditorPart } from '../editor/side-tabs';
import { usePublicationWords } from './use-publication-words';

/** What was just done, with the way back where there is one; or why it was not done. */
export interface Outcome {
  text: string;
  failed?: boolean;
  undo?: () => void;
  /** Publishes over the version that came in between. */
  over?: () => void;
}

interface Publication {
  outcome: Outcome | null;
  busy: boolean;
  publish(choice: { note: string; at: string | null; baseVersion?: number }): Promise<void>;
  /** Asks for something about the draft as it is saved. */
  ask(method: 'POST' | 'DELETE', step: 'review' | 'publish'): Promise<void>;
  discard(): Promise<void>;
  unpublish(): Promise<void>;
}

/** Everything that happens to the article as a whole. What is typed is saved first. */
export function usePublication({ manuscript, writing, reload }: EditorPart): Publication {
  const { http } = useDesk();
  const actions = useActions();
  const words = usePublicationWords();
  const { why } = useKbWords();
  const { revision } = useValue(writing.state);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);
  const path = `/kb/articles/${manuscript.number}/${manuscript.locale}`;
  const asked = () => `revision=${writing.state.get().revision}`;
  const refuse = (code: Parameters<typeof why>[0], field?: string) => {
    const known = words.refused[(field ?? '') as 'title'] as string | undefined;
    setOutcome({ text: known ?? why(code), failed: true });
  };

  async function run(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setOutcome(null);
    const saved = writing.state.get().saving === 'saved' || (await writing.save());
    if (saved) await work();
    else setOutcome({ text: words.refused.unsaved, failed: true });
    setBusy(false);
  }

  const publish: Publication['publish'] = ({ note, at, baseVersion }) =>
    run(async () => {
      const given = {
        ...(note ? { note } : {}),
        ...(at ? { at } : {}),
        ...(baseVersion ? { baseVersion } : {}),
      };
      const body = { revision: writing.state.get().revision, ...given };
      const ack = await http<{ version: number | null }>('POST', `${path}/publish`, body);
      if (!ack.ok && ack.code === 'article_changed') {
        const version = Number(ack.details?.['version'] ?? 0);
        const over = () => void publish({ note, at, baseVersion: version });
        return setOutcome({ text: words.refused.changed(version), failed: true, over });
      }
      if (!ack.ok) return refuse(ack.code, ack.field);
      if (ack.data.version !== null) setOutcome({ text: words.done.published(ack.data.version) });
      reload();
    });

  async function bringBack(fields: Fields): Promise<void> {
    const ack = await http('PUT', `${path}/draft`, { revision: 0, ...fields });
    if (!ack.ok) return refuse(ack.code, ack.field);
    setOutcome(null);
    reload();
  }

  return {
    outcome,
    busy,
    publish,
    ask: (method, step) =>
      run(async () => {
        const body = method === 'POST' ? { revision } : undefined;
        const ack = await http(method, `${path}/${step}${body ? '' : `?${asked()}`}`, body);
        if (!ack.ok) return refuse(ack.code, ack.field);
        reload();
      }),
    discard: () =>
      run(async () => {
        const { fields } = writing.state.get();
        const ack = await http('DELETE', `${path}/draft?${asked()}`);
        if (!ack.ok) return refuse(ack.code, ack.field);
        if (!manuscript.published) return actions.go({ knowledge: knowledgeHome('articles') });
        setOutcome({ text: words.done.discarded, undo: () => void bringBack(fields) });
        reload();
      }),
    unpublish: () =>
      run(async () => {
        const ack = await http('POST', `${path}/unpublish`, {});
        if (!ack.ok) return refuse(ack.code, ack.field);
        reload();
      }),
  };
}
