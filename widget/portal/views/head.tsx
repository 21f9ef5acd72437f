import type { ComponentChildren } from 'preact';
import { Icon } from '../../panel/views/icon';
import type { Place } from '../model/place';
import { portalTexts } from '../texts';
import { Link } from './link';
import type { PortalProps } from './portal-view';

interface HeadProps extends PortalProps {
  title: string;
  back?: Place;
  children?: ComponentChildren;
}

/** The title of what is shown, and the way back; to the list only where that does not stand beside it. */
export function Head({ portal, title, back = { name: 'list' }, children }: HeadProps) {
  const { locale, texts } = portal.panel.state;
  const label = back.name === 'list' ? portalTexts(locale).toList : texts.back;
  return (
    <div class="head">
      <Link portal={portal} to={back} class={back.name === 'list' ? 'tool to-list' : 'tool'} label={label}>
        <Icon name="back" />
      </Link>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
