import type { SearchRulesPage } from '@beseda/shared/protocol/search-rules';
import { useRuleWords } from './use-rule-words';

/** What is shipped, each group with its switch. */
export function ShippedGroups(props: {
  groups: SearchRulesPage['shipped'];
  off: readonly string[];
  onChange: (off: string[]) => void;
}) {
  const { groups, off, onChange } = props;
  const words = useRuleWords();
  const turn = (key: string, isOn: boolean) =>
    onChange(isOn ? off.filter((one) => one !== key) : [...off, key]);
  return (
    <details class="rule-shipped">
      <summary>
        {words.shipped}: {groups.length - off.length} / {groups.length}
      </summary>
      <p class="soft">{words.shippedHint}</p>
      <ul>
        {groups.map(({ key }) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={!off.includes(key)}
                onChange={(event) => turn(key, event.currentTarget.checked)}
              />
              <span>{key}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
