import type { ComponentChildren } from 'preact';
import { formatSettings, type SettingsPlace } from '../../model/route';
import { useActions } from '../contexts';
import { followInside } from '../follow-inside';

/** A link from one place of the settings to another. */
export function SettingsLink(props: { to: SettingsPlace; class: string; children: ComponentChildren }) {
  const actions = useActions();
  return (
    <a
      class={props.class}
      href={formatSettings(props.to)}
      onClick={(event) => followInside(event, () => actions.go({ settings: props.to }))}
    >
      {props.children}
    </a>
  );
}
