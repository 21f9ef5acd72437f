import { LOCALES } from '@beseda/shared/domain/words';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useValue } from '../../hooks/use-value';
import { THEMES } from '../../model/preferences';
import { formatSettings, type SettingsPlace } from '../../model/route';
import { useActions, useDesk, usePage, useTexts } from '../contexts';
import { followInside } from '../follow-inside';
import { AbsenceField } from './absence-field';
import { NoticeChoice } from './notice-choice';

const SETTINGS: SettingsPlace = { section: 'companies', id: null };
const LANGUAGES = { ru: 'Русский', en: 'English' } as const;

/** Language, theme, sound, password and the way out: a small panel of ordinary controls. */
export function AgentMenu({ onPassword, children }: { onPassword: () => void; children: ComponentChildren }) {
  const { texts } = useTexts();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  return (
    <div
      class="menu agent-menu"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        type="button"
        ref={button}
        class="agent-button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span class="visually-hidden">{texts.menu.open} </span>
        {children}
      </button>
      {open && <AgentPanel onPassword={onPassword} close={() => setOpen(false)} />}
    </div>
  );
}

function AgentPanel({ onPassword, close }: { onPassword: () => void; close: () => void }) {
  const { texts } = useTexts();
  const { agent } = useDesk();
  const actions = useActions();
  const { preferences, session } = usePage();
  const { locale, theme, sound } = useValue(preferences);
  return (
    <div class="menu-items agent-panel">
      <p class="agent-panel-who">
        <strong>{agent.name}</strong>
        <span>{agent.email}</span>
      </p>
      <Options
        legend={texts.menu.language}
        name="locale"
        options={LOCALES.map((value) => ({ value, label: LANGUAGES[value] }))}
        chosen={locale}
        choose={(value) => preferences.change({ locale: value })}
      />
      <Options
        legend={texts.menu.theme}
        name="theme"
        options={THEMES.map((value) => ({ value, label: texts.menu.themes[value] }))}
        chosen={theme}
        choose={(value) => preferences.change({ theme: value })}
      />
      <label class="option">
        <input type="checkbox" checked={sound} onChange={() => preferences.change({ sound: !sound })} />
        <span>{texts.menu.sound}</span>
      </label>
      <NoticeChoice />
      <AbsenceField />
      {agent.role === 'admin' && (
        <a
          class="button quiet"
          href={formatSettings(SETTINGS)}
          onClick={(event) =>
            followInside(event, () => {
              close();
              actions.go({ settings: SETTINGS });
            })
          }
        >
          {texts.menu.settings}
        </a>
      )}
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          close();
          onPassword();
        }}
      >
        {agent.hasPassword ? texts.menu.changePassword : texts.menu.setPassword}
      </button>
      <button type="button" class="button quiet" onClick={() => void session.leave()}>
        {texts.menu.leave}
      </button>
    </div>
  );
}

function Options<T extends string>(props: {
  legend: string;
  name: string;
  options: readonly { value: T; label: string }[];
  chosen: T;
  choose: (value: T) => void;
}) {
  return (
    <fieldset class="options">
      <legend>{props.legend}</legend>
      {props.options.map(({ value, label }) => (
        <label class="option" key={value}>
          <input
            type="radio"
            name={props.name}
            checked={props.chosen === value}
            onChange={() => props.choose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
