/** Where files are kept outside of this machine, and with which key. */
export interface S3Address {
  /** Of the bucket, without a slash at its end: path-style. */
  bucketUrl: string;
  /** Before every key: empty or with a slash at its end. */
  prefix: string;
  /** Undefined: as the host's name tells, else us-east-1. */
  region: string | undefined;
  accessKeyId: string;
  secretAccessKey: string;
}

export const S3_URL_TAKES =
  'a URL like https://KEY:SECRET@s3.example.com/BUCKET?region=REGION, key and secret percent-encoded';

/** Null: not such a URL. */
export function readS3Url(given: string): S3Address | null {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.hash) return null;
  const [bucket, ...rest] = url.pathname.split('/').filter((part) => part !== '');
  const accessKeyId = decode(url.username);
  const secretAccessKey = decode(url.password);
  const { region, ...unknown } = Object.fromEntries(url.searchParams);
  if (!bucket || !accessKeyId || !secretAccessKey || Object.keys(unknown).length > 0) return null;
  return {
    bucketUrl: `${url.origin}/${bucket}`,
    prefix: rest.map((part) => `${part}/`).join(''),
    region: region || undefined,
    accessKeyId,
    secretAccessKey,
  };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
