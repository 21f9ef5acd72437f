import { paramsOf } from './model/listing';
import type { Portal } from './model/portal';

/** Saves what the list holds, as it is narrowed down, as a file; false when it could not be had. */
export async function downloadCsv({ panel, listing }: Portal): Promise<boolean> {
  const { locale } = panel.state;
  const tz = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const params = new URLSearchParams([...paramsOf(listing.filter()), ['locale', locale], ['tz', tz]]);
  // Any call, so that a session which has ended is renewed first.
  const known = await panel.http('GET', '/conversations?limit=1');
  if (!known.ok) return false;
  try {
    const response = await fetch(`/api/v1/requests.csv?${params}`, { headers: panel.headers() });
    if (!response.ok) return false;
    save(await response.blob(), nameOf(response));
    return true;
  } catch {
    return false;
  }
}

const nameOf = ({ headers }: Response) =>
  /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'requests.csv';

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
