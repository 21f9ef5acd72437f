import type { ComponentChildren } from 'preact';
import { useNow } from '../../hooks/use-now';
import { useValue } from '../../hooks/use-value';
import { useActions, useDesk, useTexts } from '../contexts';
import { Icon } from '../icons';

/** What else needs looking at, the form for a call, and the calls that were promised; those that are due stand out. */
export function PhoneButtons({ children }: { children: ComponentChildren }) {
  const { texts } = useTexts();
  const actions = useActions();
  const promised = useValue(useDesk().calls.promised);
  const now = useNow();
  const isDue = promised.some(({ dueAt }) => Date.parse(dueAt) <= now);
  return (
    <div class="phone-buttons">
      {children}
      <button type="button" class="view" onClick={() => actions.call()} aria-keyshortcuts="c">
        <span>
          <Icon name="phone" /> {texts.phone.call}
        </span>
      </button>
      <button type="button" class="view" onClick={() => actions.callBacks()} data-due={isDue}>
        <span>
          <Icon name="callBack" /> {texts.phone.promised}
        </span>
        <span class="count">{promised.length}</span>
      </button>
    </div>
  );
}
