import { type Locale, READER_ROLES, VISIBILITIES, type Visibility } from '@beseda/shared/domain/words';
import type { KbTree } from '@beseda/shared/protocol/kb-tree';
import { useState } from 'preact/hooks';
import type { Fields } from '../../../../model/writing/local-copy';
import type { WritingState } from '../../../../model/writing/writing';
import { useTexts } from '../../../contexts';
import { LoadedPart } from '../../../settings/loaded-part';
import { useLoaded } from '../../../settings/use-loaded';
import { PickPage } from '../../pick-page/pick-page';
import { OwnerField } from './owner-field';
import { useEditorWords } from './use-editor-words';

interface Props {
  number: number;
  locale: Locale;
  fields: Fields;
  problem: WritingState['problem'];
  change: (patch: Partial<Fields>) => void;
}

/** What an article is beside its text: where it stands, who reads it, how it is found. */
export function PropertiesPane(props: Props) {
  const { loaded, reload } = useLoaded<KbTree>('/kb/tree');
  return (
    <LoadedPart loaded={loaded} reload={reload}>
      {(tree) => <PropertyFields {...props} tree={tree} />}
    </LoadedPart>
  );
}

function PropertyFields({ number, locale, fields, problem, change, tree }: Props & { tree: KbTree }) {
  const { fields: words, visibilities } = useEditorWords();
  const wrong = (field: string) => (problem?.field === field ? true : undefined);
  return (
    <div class="form kb-properties">
      <label class="field">
        <span>{words.section}</span>
        <select
          class="input"
          value={fields.sectionNumber ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ sectionNumber: value === '' ? null : Number(value) })
          }
        >
          <option value="">{words.noSection}</option>
          {tree.sections.map((section) => (
            <option key={section.number} value={section.number}>
              {nameSection(tree, section, locale)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{words.slug}</span>
        <input
          class="input"
          value={fields.slug ?? ''}
          maxLength={100}
          aria-invalid={wrong('slug')}
          onInput={({ currentTarget: { value } }) =>
            change({ slug: value.trim() === '' ? null : value.trim() })
          }
        />
        <small>{words.slugHint}</small>
      </label>
      <ListField
        label={words.keywords}
        hint={words.keywordsHint}
        items={fields.keywords}
        parting=", "
        split={/[,\n]/}
        onChange={(keywords) => change({ keywords })}
      />
      <ListField
        label={words.routes}
        hint={words.routesHint}
        items={fields.routes}
        parting={'\n'}
        split={/\n/}
        onChange={(routes) => change({ routes })}
      />
      <PickPage
        title={fields.title}
        onPick={(route) => change({ routes: [...new Set([...fields.routes, route])] })}
      />
      <label class="field">
        <span>{words.visibility}</span>
        <select
          class="input"
          value={fields.visibility}
          onChange={({ currentTarget }) => change({ visibility: currentTarget.value as Visibility })}
        >
          {VISIBILITIES.map((name) => (
            <option key={name} value={name}>
              {visibilities[name]}
            </option>
          ))}
        </select>
      </label>
      <Audience fields={fields} change={change} tree={tree} />
      <label class="field">
        <span>{words.author}</span>
        <input
          class="input"
          value={fields.author}
          maxLength={100}
          onInput={({ currentTarget: { value } }) => change({ author: value })}
        />
      </label>
      <OwnerField number={number} owner={tree.articles.find((one) => one.number === number)?.owner ?? null} />
    </div>
  );
}

function nameSection(tree: KbTree, section: KbTree['sections'][number], locale: Locale): string {
  const title = (texts: KbTree['sections'][number]['texts']) =>
    (texts[locale] ?? Object.values(texts)[0])?.title ?? '';
  const category = tree.categories.find(({ number }) => number === section.category);
  return [category && title(category.texts), title(section.texts)].filter(Boolean).join(' / ');
}

function Audience({ fields, change, tree }: Pick<Props, 'fields' | 'change'> & { tree: KbTree }) {
  const { locale } = useTexts();
  const { fields: words } = useEditorWords();
  const toggled = <T extends string>(list: readonly T[], one: T) =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  return (
    <>
      {tree.plans.length > 0 && (
        <fieldset class="kb-checks">
          <legend>{words.plans}</legend>
          {tree.plans.map(({ key, nameRu, nameEn }) => (
            <label key={key} class="option">
              <input
                type="checkbox"
                checked={fields.plans.includes(key)}
                onChange={() => change({ plans: toggled(fields.plans, key) })}
              />
              {locale === 'ru' ? nameRu : nameEn}
            </label>
          ))}
        </fieldset>
      )}
      <fieldset class="kb-checks">
        <legend>{words.roles}</legend>
        {READER_ROLES.map((role) => (
          <label key={role} class="option">
            <input
              type="checkbox"
              checked={fields.roles.includes(role)}
              onChange={() => change({ roles: toggled(fields.roles, role) })}
            />
            {words.roleNames[role]}
          </label>
        ))}
        <small>{words.audienceHint}</small>
      </fieldset>
    </>
  );
}

/** A list as a text; what is typed stays as it is until the field is left. */
function ListField(props: {
  label: string;
  hint: string;
  items: readonly string[];
  parting: string;
  split: RegExp;
  onChange: (items: string[]) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label class="field">
      <span>{props.label}</span>
      <textarea
        class="input kb-list-field"
        rows={2}
        value={typed ?? props.items.join(props.parting)}
        onInput={({ currentTarget: { value } }) => {
          setTyped(value);
          const items = value.split(props.split).map((item) => item.trim());
          props.onChange([...new Set(items.filter((item) => item !== ''))]);
        }}
        onBlur={() => setTyped(null)}
      />
      <small>{props.hint}</small>
    </label>
  );
}
