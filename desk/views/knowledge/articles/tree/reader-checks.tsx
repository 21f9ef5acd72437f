import { READER_ROLES } from '@beseda/shared/domain/words';
import type { KbTree } from '@beseda/shared/protocol/kb-tree';
import { useTexts } from '../../../contexts';
import { CheckGroup } from '../../../settings/check-group';
import { useTreeWords } from './use-tree-words';

/** The plans and roles that alone read something. */
export function ReaderChecks(props: {
  tree: KbTree;
  plans?: readonly string[] | undefined;
  roles?: readonly string[] | undefined;
}) {
  const { locale } = useTexts();
  const words = useTreeWords();
  const plans = props.tree.plans.map(({ key, nameRu, nameEn }) => ({
    id: key,
    name: locale === 'ru' ? nameRu : nameEn,
  }));
  const roles = READER_ROLES.map((role) => ({ id: role, name: words.roles[role] }));
  return (
    <>
      <CheckGroup
        name="plans"
        label={words.form.plans}
        hint={words.form.everyone}
        options={plans}
        checked={props.plans ?? []}
      />
      <CheckGroup name="roles" label={words.form.roles} options={roles} checked={props.roles ?? []} />
    </>
  );
}
