import { useEffect } from 'preact/hooks';
import { useDesk, useTexts } from '../views/contexts';
import { usePlaces } from './use-places';
import { useValue } from './use-value';

/** The tab's title: how many tickets are unread, and where one is. */
export function useTitle(): void {
  const { texts } = useTexts();
  const { unread } = useValue(useDesk().watch.attention);
  const { number, view, settings, knowledge, mail } = usePlaces();
  const tickets = number === null ? texts.views[view] : `#${number}`;
  const area = settings ? 'settings' : knowledge ? 'knowledge' : mail ? 'mail' : null;
  const where = area ? texts.menu[area] : tickets;
  const title = `${unread.size > 0 ? `(${unread.size}) ` : ''}${where} · ${texts.app.name}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
