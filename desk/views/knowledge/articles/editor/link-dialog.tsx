import type { Locale } from '@beseda/shared/domain/words';
import type { ArticleHit } from '@beseda/shared/protocol/http';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../../../contexts';
import { PickDialog } from './pick-dialog';
import { useEditorWords } from './use-editor-words';

const ADDRESS = /^(?:https?:\/\/|mailto:|tel:)\S+$/i;

/** Where a link leads: to an article that is found by its words, or to an address. */
export function LinkDialog(props: {
  locale: Locale;
  query: string;
  onPick: (address: string, words: string) => void;
  onClose: () => void;
}) {
  const { http } = useDesk();
  const { links } = useEditorWords();
  const [query, setQuery] = useState(props.query);
  const [hits, setHits] = useState<readonly ArticleHit[]>([]);
  const asked = query.trim();
  const isAddress = ADDRESS.test(asked);
  useEffect(() => {
    if (asked === '' || isAddress) return setHits([]);
    const over = new AbortController();
    const params = new URLSearchParams({ q: asked, locale: props.locale, limit: '10' });
    void http<{ results: ArticleHit[] }>(
      'GET',
      `/articles/search?${params.toString()}`,
      undefined,
      over,
    ).then((ack) => ack.ok && !over.signal.aborted && setHits(ack.data.results));
    return () => over.abort();
  }, [http, asked, isAddress, props.locale]);
  const found = hits.map(({ number, title, section }) => ({
    key: String(number),
    label: title,
    hint: section,
    run: () => props.onPick(`article:${number}`, title),
  }));
  const address = {
    key: 'address',
    label: links.address(asked),
    hint: '',
    run: () => props.onPick(asked, asked),
  };
  return (
    <PickDialog
      title={links.title}
      label={links.search}
      list={links.found}
      hint={asked === '' ? links.hint : links.nothing}
      query={query}
      onQuery={setQuery}
      choices={isAddress ? [address] : found}
      onClose={props.onClose}
    />
  );
}
