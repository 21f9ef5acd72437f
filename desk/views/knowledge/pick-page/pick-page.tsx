import type { HostPage } from '@beseda/shared/protocol/pick';
import { useEffect, useRef, useState } from 'preact/hooks';
import { kbPickEn } from '../../../locales/kb-pick-en';
import { kbPickRu } from '../../../locales/kb-pick-ru';
import { pickPage } from '../../../model/page-picking';
import { useDesk, useTexts } from '../../contexts';

interface Props {
  /** What the page is chosen for. */
  title: string;
  onPick: (route: string) => void;
}

/** Opens the host application, where one goes to a page and chooses it for this article or section. */
export function PickPage({ title, onPick }: Props) {
  const { locale } = useTexts();
  const { http } = useDesk();
  const words = locale === 'ru' ? kbPickRu : kbPickEn;
  const [pages, setPages] = useState<readonly HostPage[] | 'failed' | null>(null);
  const [said, setSaid] = useState('');
  const begin = async () => {
    setSaid('');
    const ack = await http<{ results: HostPage[] }>('GET', '/kb/host-pages');
    setPages(ack.ok ? ack.data.results : 'failed');
  };
  const finish = (route: string | null) => {
    setPages(null);
    if (route === null) return;
    onPick(route);
    setSaid(words.picked(route));
  };
  return (
    <div class="pick-page">
      {pages === null && (
        <button type="button" class="button small" onClick={() => void begin()}>
          {words.pick}
        </button>
      )}
      {pages === 'failed' && <p role="alert">{words.failed}</p>}
      {pages !== null && pages !== 'failed' && (
        <Opener pages={pages} title={title} onPicked={finish} onCancel={() => setPages(null)} />
      )}
      <p role="status">{said}</p>
    </div>
  );
}

interface OpenerProps {
  pages: readonly HostPage[];
  title: string;
  onPicked: (route: string | null) => void;
  onCancel: () => void;
}

function Opener({ pages, title, onPicked, onCancel }: OpenerProps) {
  const { texts, locale } = useTexts();
  const words = locale === 'ru' ? kbPickRu : kbPickEn;
  const [chosen, setChosen] = useState(pages[0]);
  const [address, setAddress] = useState(pages[0]?.address ?? '');
  const [said, setSaid] = useState('');
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);
  if (!chosen) return <p>{words.none}</p>;
  const open = () => {
    const meant = URL.canParse(address) ? new URL(address).origin : '';
    const page = pages.find(({ origin }) => origin === meant);
    if (!page) return setSaid(words.foreign);
    const { origin } = page;
    setChosen(page);
    running.current.abort();
    running.current = new AbortController();
    const { signal } = running.current;
    const opened = pickPage(window, { address, origin, title, locale, onPicked, signal });
    setSaid(opened ? words.waiting : words.blocked);
  };
  return (
    <div class="form">
      {pages.length > 1 && (
        <label class="field">
          <span>{words.where}</span>
          <select
            class="input"
            value={chosen.origin}
            onChange={({ currentTarget: { value } }) => {
              const page = pages.find(({ origin }) => origin === value);
              setChosen(page);
              setAddress(page?.address ?? '');
            }}
          >
            {pages.map(({ app, origin }) => (
              <option key={`${app} ${origin}`} value={origin}>
                {app} · {origin}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field">
        <span>{words.address}</span>
        <input
          class="input"
          inputMode="url"
          value={address}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // The form around is not sent by it.
            event.preventDefault();
            open();
          }}
          onInput={({ currentTarget }) => setAddress(currentTarget.value)}
        />
      </label>
      <p role="alert">{said}</p>
      <div class="picker-head">
        <button type="button" class="button small primary" onClick={open}>
          {words.open}
        </button>
        <button type="button" class="button small" onClick={onCancel}>
          {texts.app.cancel}
        </button>
      </div>
    </div>
  );
}
