import type { Manuscript } from '@beseda/shared/protocol/kb';
import type { ComponentType } from 'preact';
import { useValue } from '../../../../hooks/use-value';
import type { KbEditorTexts } from '../../../../locales/kb-editor-ru';
import type { Writing } from '../../../../model/writing/writing';
import { TranslationTab } from '../publication/translation-tab';
import { VersionsTab } from '../publication/versions-tab';
import { PreviewPane } from './preview-pane';
import { PropertiesPane } from './properties-pane';

export interface EditorPart {
  manuscript: Manuscript;
  writing: Writing;
  /** Reads the manuscript anew: something else about it has changed. */
  reload: () => void;
}

/** What stands beside the text, one at a time: one line here, and a name in the locale files, make another. */
export const SIDE_TABS: readonly {
  key: Exclude<keyof KbEditorTexts['tabs'], 'text'>;
  Shown: ComponentType<EditorPart>;
}[] = [
  { key: 'preview', Shown: Preview },
  { key: 'properties', Shown: Properties },
  { key: 'versions', Shown: VersionsTab },
  { key: 'translation', Shown: TranslationTab },
];

function Preview({ manuscript, writing }: EditorPart) {
  const { fields } = useValue(writing.state);
  return <PreviewPane locale={manuscript.locale} title={fields.title} body={fields.body} />;
}

function Properties({ manuscript: { number, locale }, writing }: EditorPart) {
  const { fields, problem } = useValue(writing.state);
  return (
    <PropertiesPane
      number={number}
      locale={locale}
      fields={fields}
      problem={problem}
      change={(patch) => writing.change(patch)}
    />
  );
}
