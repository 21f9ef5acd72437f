import type { RenewLinks } from '../client/renew-links';
import type { Attachment } from '../domain/event';
import type { Locale } from '../domain/words';
import { FreshFile } from './fresh-file';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size as people read it: «340 кБ», «1,2 МБ». `size` in bytes; a kilobyte is 1024 of them. */
export function formatSize(size: number, locale: Locale): string {
  let value = size;
  let step = 0;
  while (value >= 1024 && step < UNITS.length - 1) {
    value /= 1024;
    step += 1;
  }
  const maximumFractionDigits = value < 10 && step > 0 ? 1 : 0;
  const unit = UNITS[step] ?? 'byte';
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits,
  }).format(value);
}

export interface AttachmentTexts {
  /** Names the list. */
  label: string;
  /** What stands in the place of a file that is not given out. */
  states: Readonly<Record<NonNullable<Attachment['state']>, string>>;
}

interface AttachmentsProps {
  files: readonly Attachment[];
  locale: Locale;
  texts: AttachmentTexts;
  renew: RenewLinks;
}

/** The files of a message: images as thumbnails that open in full, others by name and size. */
export function Attachments({ files, locale, texts, renew }: AttachmentsProps) {
  if (files.length === 0) return null;
  return (
    <ul class="ui-files" aria-label={texts.label}>
      {files.map((given) => (
        <li key={given.id}>
          <FreshFile file={given} renew={renew}>
            {(file) => {
              if (file.state) return <Withheld file={file} texts={texts} />;
              return file.thumbUrl ? <Thumbnail file={file} /> : <FileLink file={file} locale={locale} />;
            }}
          </FreshFile>
        </li>
      ))}
    </ul>
  );
}

/** A file that the scanner has not let through: its name, and why it cannot be opened. */
function Withheld({ file, texts }: { file: Attachment; texts: AttachmentTexts }) {
  const { state = 'checking', threat, name } = file;
  return (
    <span class="ui-file ui-withheld" data-state={state}>
      <span class="ui-file-name">{name}</span>
      <span class="ui-file-size">
        {texts.states[state]}
        {threat && ` (${threat})`}
      </span>
    </span>
  );
}

function Thumbnail({ file }: { file: Attachment }) {
  return (
    <a class="ui-thumb" href={file.url} target="_blank" rel="noopener" title={file.name} data-id={file.id}>
      <img
        src={file.thumbUrl}
        alt={file.name}
        loading="lazy"
        {...(file.width && file.height ? { width: file.width, height: file.height } : {})}
      />
    </a>
  );
}

function FileLink({ file, locale }: { file: Attachment; locale: Locale }) {
  return (
    <a class="ui-file" href={file.url} target="_blank" rel="noopener" download={file.name}>
      <span class="ui-file-name">{file.name}</span>
      <span class="ui-file-size">{formatSize(file.size, locale)}</span>
    </a>
  );
}
