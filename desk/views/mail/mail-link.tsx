import type { ComponentChildren } from 'preact';
import { usePlaces } from '../../hooks/use-places';
import { formatMail, MAIL_SECTIONS, type MailPlace } from '../../model/mail-route';
import { useActions, useTexts } from '../contexts';
import { followInside } from '../follow-inside';
import { Icon } from '../icons';

/** The way from the side bar to what comes in and goes out by mail. */
export function MailEntry() {
  const { texts } = useTexts();
  const { mail } = usePlaces();
  return (
    <MailLink class="view" to={{ section: MAIL_SECTIONS[0], id: null }} current={mail !== undefined}>
      <span>
        <Icon name="mail" /> {texts.menu.mail}
      </span>
    </MailLink>
  );
}

/** A link to a place in the mail area. */
export function MailLink(props: {
  to: MailPlace;
  class?: string;
  current?: boolean;
  children: ComponentChildren;
}) {
  const actions = useActions();
  return (
    <a
      class={props.class}
      href={formatMail(props.to)}
      aria-current={props.current ? 'page' : undefined}
      onClick={(event) => followInside(event, () => actions.go({ mail: props.to }))}
    >
      {props.children}
    </a>
  );
}
