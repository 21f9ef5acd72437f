import type { Locale } from '@beseda/shared/domain/words';
import type { SearchRulesPage } from '@beseda/shared/protocol/search-rules';
import { useState } from 'preact/hooks';
import { addLine, type RuleText, readRuleText, writeRules } from '../../../model/rule-text';
import { useDesk } from '../../contexts';
import { useKbWords } from '../use-kb-words';
import { RulePreview } from './rule-preview';
import { ShippedGroups } from './shipped-groups';
import { useRuleWords } from './use-rule-words';

interface Begun {
  synonym: string | null;
  pin: string | null;
}

export function RuleForm(props: {
  locale: Locale;
  page: SearchRulesPage;
  begun: Begun;
  onSaved: (page: SearchRulesPage) => void;
}) {
  const { locale, page, begun, onSaved } = props;
  const words = useRuleWords();
  const { why } = useKbWords();
  const { http } = useDesk();
  const [text, setText] = useState<RuleText>(() => begin(page, begun));
  const [told, setTold] = useState('');
  const { rules, unread } = readRuleText(text);
  const change = (patch: Partial<RuleText>) => {
    setText({ ...text, ...patch });
    setTold('');
  };
  const save = async (event: Event) => {
    event.preventDefault();
    if (unread !== null) return setTold(words.unread(unread));
    const body = { ...rules, revision: page.revision };
    const ack = await http<SearchRulesPage>('PUT', `/kb/search-rules/${locale}`, body);
    if (ack.ok) onSaved(ack.data);
    setTold(ack.ok ? words.saved : ack.code === 'draft_conflict' ? words.conflict : why(ack.code));
  };
  return (
    <form class="rule-form" onSubmit={(event) => void save(event)}>
      <div class="rule-fields">
        {(['synonyms', 'stopWords', 'pins'] as const).map((name) => (
          <label key={name} class="field">
            <span>{words[name]}</span>
            <textarea
              class="input"
              name={name}
              rows={name === 'stopWords' ? 3 : 5}
              value={text[name]}
              aria-describedby={`rule-${name}`}
              onInput={(event) => change({ [name]: event.currentTarget.value })}
            />
            <small class="soft" id={`rule-${name}`}>
              {words[`${name}Hint`]}
            </small>
          </label>
        ))}
        <ShippedGroups groups={page.shipped} off={text.off} onChange={(off) => change({ off })} />
        <div class="rule-foot">
          <button type="submit" class="button primary">
            {words.save}
          </button>
          <span role="status">{told || (page.revision > 0 && '')}</span>
        </div>
      </div>
      <RulePreview locale={locale} rules={rules} query={begun.synonym ?? begun.pin ?? ''} />
    </form>
  );
}

/** What the address asks for stands as a line to be finished, once. */
function begin(page: SearchRulesPage, { synonym, pin }: Begun): RuleText {
  const text = writeRules(page);
  const isNew = (line: string, all: string) => !all.split('\n').some((one) => one.startsWith(line.trim()));
  return {
    ...text,
    synonyms:
      synonym && isNew(`${synonym},`, text.synonyms) ? addLine(text.synonyms, `${synonym}, `) : text.synonyms,
    pins: pin && isNew(`${pin} =`, text.pins) ? addLine(text.pins, `${pin} = `) : text.pins,
  };
}
