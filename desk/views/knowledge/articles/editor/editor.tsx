import { useState } from 'preact/hooks';
import { useValue } from '../../../../hooks/use-value';
import { PublicationBar } from '../publication/publication-bar';
import { ConflictBox } from './conflict-box';
import { OtherEditors } from './other-editors';
import { SavingLine } from './saving-line';
import { type EditorPart, SIDE_TABS } from './side-tabs';
import { TextPane } from './text-pane';
import { useEditorWords } from './use-editor-words';

type Tab = 'text' | (typeof SIDE_TABS)[number]['key'];

/** The title and the text, and beside them how it will look and what it is; on narrow screens one of them at a time. */
export function Editor(part: EditorPart) {
  const { manuscript, writing } = part;
  const words = useEditorWords();
  const { fields } = useValue(writing.state);
  const [tab, setTab] = useState<Tab>('preview');
  const [narrow, setNarrow] = useState<'text' | 'side'>('text');
  const shown = SIDE_TABS.find(({ key }) => key === tab) ?? SIDE_TABS[0];
  const tabs: readonly Tab[] = ['text', ...SIDE_TABS.map(({ key }) => key)];
  return (
    <>
      <div class="kb-head">
        <SavingLine writing={writing} />
        <PublicationBar {...part} />
      </div>
      <OtherEditors number={manuscript.number} locale={manuscript.locale} />
      <ConflictBox writing={writing} />
      <input
        class="kb-title"
        aria-label={words.title}
        placeholder={words.title}
        value={fields.title}
        maxLength={200}
        lang={manuscript.locale}
        onInput={({ currentTarget: { value } }) => writing.change({ title: value })}
      />
      <div class="kb-tabs" role="group" aria-label={words.parts}>
        {tabs.map((key) => (
          <button
            key={key}
            type="button"
            class="view"
            data-tab={key}
            aria-pressed={narrow === 'text' ? key === 'text' : key === tab}
            data-shown={key === tab}
            onClick={() => {
              setNarrow(key === 'text' ? 'text' : 'side');
              if (key !== 'text') setTab(key);
            }}
          >
            {words.tabs[key]}
          </button>
        ))}
      </div>
      <div class="kb-panes" data-narrow={narrow}>
        <TextPane
          locale={manuscript.locale}
          body={fields.body}
          onBody={(body) => writing.change({ body })}
          onSave={() => void writing.save()}
        />
        <div class="kb-side">{shown && <shown.Shown {...part} />}</div>
      </div>
    </>
  );
}
