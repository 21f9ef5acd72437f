import type { Attachment } from '../domain/event';
import type { Locale } from '../domain/words';

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

/** The files of a message: images as thumbnails that open in full, others by name and size. `label` names the list. */
export function Attachments(props: { files: readonly Attachment[]; locale: Locale; label: string }) {
  if (props.files.length === 0) return null;
  return (
    <ul class="ui-files" aria-label={props.label}>
      {props.files.map((file) => (
        <li key={file.id}>
          {file.thumbUrl ? <Thumbnail file={file} /> : <FileLink file={file} locale={props.locale} />}
        </li>
      ))}
    </ul>
  );
}

function Thumbnail({ file }: { file: Attachment }) {
  return (
    <a class="ui-thumb" href={file.url} target="_blank" rel="noopener" title={file.name}>
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
