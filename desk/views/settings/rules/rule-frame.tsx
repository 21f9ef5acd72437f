import type { ComponentChildren } from 'preact';
import type { SettingsSection } from '../../../model/route';
import { useActions } from '../../contexts';
import { PreviewPanel } from './preview-panel';
import { RemoveButton } from './remove-button';
import { SaveBar } from './save-bar';
import type { RuleForm } from './use-rule-form';

/** What stands around the fields of every rule: the preview, saving, and deleting. */
export function RuleFrame(props: {
  rule: RuleForm;
  /** What the object is called, and what the button says that makes it. */
  name: string;
  create: string;
  section: SettingsSection;
  children: ComponentChildren;
}) {
  const actions = useActions();
  const { path, question, submit, previewed, saving, able, leave } = props.rule;
  return (
    <>
      <form class="form" onSubmit={submit}>
        {question}
        {props.children}
        {path !== null && <PreviewPanel previewed={previewed} />}
        <SaveBar saving={saving} able={able} {...(path === null ? { label: props.create } : {})} />
      </form>
      {path !== null && (
        <RemoveButton
          path={path}
          name={props.name}
          onRemoved={() => leave(() => actions.go({ settings: { section: props.section, id: null } }))}
        />
      )}
    </>
  );
}
