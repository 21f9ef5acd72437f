import { FILE_TYPES } from '@beseda/shared/domain/file-types';
import { fileTypeFromFile } from 'file-type';
import { readOfficeType } from './read-office-type';
import { readTextEncoding } from './read-text-encoding';

/**
 * The media type of a file by its content, null when it is none that an install may take. The name only tells a table of values
 * (`.csv`) from other text.
 */
export async function detectFileType(path: string, name: string): Promise<string | null> {
  const detected = (await fileTypeFromFile(path))?.mime;
  const type = detected === 'application/x-cfb' ? await readOfficeType(path) : detected;
  if (type && Object.hasOwn(FILE_TYPES, type)) return type;
  const encoding = await readTextEncoding(path);
  // Any bytes without controls could be windows-1251: not where something else was recognised.
  if (encoding === null || (detected && encoding === 'windows-1251')) return null;
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain';
}
