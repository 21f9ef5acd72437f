import { LOCALES, VISIBILITIES } from '@beseda/shared/domain/words';
import type { KbCategory, KbSection, KbTree } from '@beseda/shared/protocol/kb-tree';
import { useRef, useState } from 'preact/hooks';
import { titleOf } from '../../../../model/kb-tree';
import { useDesk, useTexts } from '../../../contexts';
import { Dialog } from '../../../dialog';
import { FormFoot } from '../../../form-foot';
import { textOf, textsOf } from '../../../form-text';
import { PickPage } from '../../pick-page/pick-page';
import { ReaderChecks } from './reader-checks';
import { useTreeWords } from './use-tree-words';

export interface HeadingAsked {
  kind: 'category' | 'section';
  /** Null: a new one. */
  item: KbCategory | KbSection | null;
  /** Where a new section goes. */
  category?: number | null;
}

const PATHS = { category: '/kb/categories', section: '/kb/sections' } as const;

/** A category or section, in both languages at once. */
export function HeadingDialog(props: {
  asked: HeadingAsked;
  tree: KbTree;
  onSaved: () => void;
  onClose: () => void;
}) {
  const { kind, item, category = null } = props.asked;
  const { http } = useDesk();
  const { texts, locale } = useTexts();
  const words = useTreeWords();
  const [problem, setProblem] = useState('');
  const routes = useRef<HTMLTextAreaElement>(null);
  const title = item ? titleOf(item, locale) : kind === 'category' ? words.newCategory : words.newSection;
  const section = item && 'routes' in item ? item : null;
  const within = section ? section.category : category;

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const given = readForm(new FormData(event.target as HTMLFormElement), kind);
    const ack = item
      ? await http('PATCH', `${PATHS[kind]}/${item.number}`, given)
      : await http('POST', PATHS[kind], given);
    if (!ack.ok) return setProblem(words.why(ack.code));
    props.onSaved();
    props.onClose();
  }

  return (
    <Dialog label={title} class="kb-dialog" onClose={props.onClose}>
      <h2>{title}</h2>
      <form class="form" id="kb-heading" onSubmit={(event) => void save(event)}>
        {LOCALES.map((one) => (
          <label key={one} class="field">
            <span>{words.form.title(one)}</span>
            <input
              class="input"
              name={`title-${one}`}
              lang={one}
              maxLength={100}
              required
              defaultValue={item?.texts[one]?.title}
            />
          </label>
        ))}
        {LOCALES.map((one) => (
          <label key={one} class="field">
            <span>{words.form.lead(one)}</span>
            <input
              class="input"
              name={`lead-${one}`}
              lang={one}
              maxLength={300}
              defaultValue={item?.texts[one]?.lead}
            />
          </label>
        ))}
        {kind === 'section' && (
          <label class="field">
            <span>{words.form.category}</span>
            <select class="input" name="category">
              {props.tree.categories.map((one) => (
                <option key={one.number} value={one.number} selected={one.number === within}>
                  {titleOf(one, locale)}
                </option>
              ))}
              <option value="" selected={within === null}>
                {words.noCategory}
              </option>
            </select>
          </label>
        )}
        <label class="field">
          <span>{words.form.visibility}</span>
          <select class="input" name="visibility">
            {VISIBILITIES.map((one) => (
              <option key={one} value={one} selected={one === (item?.visibility ?? 'public')}>
                {words.visibilities[one]}
              </option>
            ))}
          </select>
          <small>{words.form.narrow}</small>
        </label>
        <ReaderChecks tree={props.tree} plans={item?.plans} roles={item?.roles} />
        {kind === 'section' && (
          <>
            <label class="field">
              <span>{words.form.routes}</span>
              <textarea
                class="input"
                name="routes"
                rows={3}
                ref={routes}
                defaultValue={section?.routes.join('\n')}
              />
              <small>{words.form.routesHint}</small>
            </label>
            <PickPage
              title={title}
              onPick={(route) => {
                if (routes.current) routes.current.value = addLine(routes.current.value, route);
              }}
            />
          </>
        )}
        <p class="refused" role="alert">
          {problem}
        </p>
      </form>
      <FormFoot form="kb-heading" submit={item ? texts.app.save : words.create} onClose={props.onClose} />
    </Dialog>
  );
}

/** On a line of its own, once. */
function addLine(text: string, line: string): string {
  const lines = text.split('\n').filter((one) => one.trim() !== '');
  return lines.includes(line) ? text : [...lines, line].join('\n');
}

function readForm(form: FormData, kind: HeadingAsked['kind']) {
  const byLocale = (name: string) =>
    Object.fromEntries(LOCALES.map((one) => [one, textOf(form, `${name}-${one}`)]));
  const category = textOf(form, 'category');
  const lines = textOf(form, 'routes')
    .split('\n')
    .map((line) => line.trim());
  return {
    titles: byLocale('title'),
    leads: byLocale('lead'),
    visibility: textOf(form, 'visibility'),
    plans: textsOf(form, 'plans'),
    roles: textsOf(form, 'roles'),
    ...(kind === 'section' && {
      category: category === '' ? null : Number(category),
      routes: lines.filter((line) => line !== ''),
    }),
  };
}
