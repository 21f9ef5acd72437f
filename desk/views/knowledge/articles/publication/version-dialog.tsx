import type { Locale } from '@beseda/shared/domain/words';
import type { VersionText } from '@beseda/shared/protocol/kb';
import { useState } from 'preact/hooks';
import type { Fields } from '../../../../model/writing/local-copy';
import { useTexts } from '../../../contexts';
import { Dialog } from '../../../dialog';
import { LoadedPart } from '../../../settings/loaded-part';
import { useLoaded } from '../../../settings/use-loaded';
import { Difference } from './difference';
import { usePublicationWords } from './use-publication-words';

/** One version beside the present text, or beside the version before it. */
export function VersionDialog(props: {
  path: string;
  version: number;
  current: Fields;
  locale: Locale;
  onRestore: (version: VersionText) => void;
  onClose: () => void;
}) {
  const { texts } = useTexts();
  const { versions: words } = usePublicationWords();
  const [against, setAgainst] = useState<'current' | 'previous'>('current');
  const { path, version, current, locale } = props;
  const { loaded, reload } = useLoaded<VersionText>(`${path}/${version}`);
  return (
    <Dialog label={words.row(version)} class="kb-wide" onClose={props.onClose}>
      <h2>{words.row(version)}</h2>
      <fieldset class="kb-checks">
        <legend>{words.against}</legend>
        {(['current', 'previous'] as const).map((side) => (
          <label key={side}>
            <input type="radio" name="against" checked={against === side} onChange={() => setAgainst(side)} />{' '}
            {words[side]}
          </label>
        ))}
      </fieldset>
      <LoadedPart loaded={loaded} reload={reload}>
        {(found) => (
          <>
            {against === 'current' && <Difference before={found} after={current} locale={locale} />}
            {against === 'previous' && <Previous path={path} found={found} locale={locale} />}
            <div class="dialog-foot">
              <button type="button" class="button" onClick={props.onClose}>
                {texts.app.cancel}
              </button>
              <button type="button" class="button primary" onClick={() => props.onRestore(found)}>
                {words.restore}
              </button>
            </div>
          </>
        )}
      </LoadedPart>
    </Dialog>
  );
}

function Previous(props: { path: string; found: VersionText; locale: Locale }) {
  const { versions: words } = usePublicationWords();
  const { path, found, locale } = props;
  if (found.version === 1) return <p>{words.noPrevious}</p>;
  return <PreviousDifference path={path} found={found} locale={locale} />;
}

function PreviousDifference({ path, found, locale }: { path: string; found: VersionText; locale: Locale }) {
  const { loaded, reload } = useLoaded<VersionText>(`${path}/${found.version - 1}`);
  return (
    <LoadedPart loaded={loaded} reload={reload}>
      {(before) => <Difference before={before} after={found} locale={locale} />}
    </LoadedPart>
  );
}
