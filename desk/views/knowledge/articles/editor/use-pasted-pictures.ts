import type { TakenPicture } from '@beseda/shared/protocol/knowledge';
import { useState } from 'preact/hooks';
import { replaceAddress } from '../../../../model/writing/picture-marks';
import { useDesk } from '../../../contexts';
import type { TextField } from './use-text-field';

/** What the server takes at once. */
const MOST = 30;

/** `going`: pictures of other sites that are being fetched; `left`: that stayed where they were. */
export interface PastedPictures {
  going: number;
  left: number;
  take(addresses: readonly string[]): void;
}

/** Makes the pictures of a pasted text files of ours, while one writes on. */
export function usePastedPictures(field: TextField): PastedPictures {
  const { http } = useDesk();
  const [going, setGoing] = useState(0);
  const [left, setLeft] = useState(0);

  async function take(all: readonly string[]): Promise<void> {
    const addresses = all.slice(0, MOST);
    setLeft(0);
    setGoing((count) => count + addresses.length);
    const ack = await http<{ results: TakenPicture[] }>('POST', '/kb/pictures', { addresses });
    setGoing((count) => count - addresses.length);
    const taken = ack.ok ? ack.data.results.filter(({ url }) => url !== null) : [];
    for (const { address, url } of taken) field.edit((given) => replaceAddress(given, address, url ?? ''));
    setLeft((count) => count + all.length - taken.length);
  }

  return {
    going,
    left,
    take: (addresses) => {
      if (addresses.length > 0) void take(addresses);
    },
  };
}
