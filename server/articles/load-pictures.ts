import { filesInText } from '@beseda/shared/domain/article-file-url';
import type { Transaction } from '../db/connect';

export interface PictureSize {
  width: number;
  height: number;
}

/** Pictures of articles, by the file's id; sizes in pixels. */
export type Pictures = ReadonlyMap<string, PictureSize>;

export async function loadPictures({ sql }: Transaction): Promise<Pictures> {
  return toMap(
    await sql<Row[]>`
    select id, width, height from article_files where width is not null and height is not null`,
  );
}

/** Those that stand in a text. */
export async function loadPicturesOf({ sql }: Transaction, text: string): Promise<Pictures> {
  const ids = filesInText(text);
  if (ids.length === 0) return new Map();
  return toMap(
    await sql<Row[]>`
    select id, width, height from article_files
    where id = any(${ids}::uuid[]) and width is not null and height is not null`,
  );
}

/** The size of the picture at this address; null: none of ours. */
export function pictureAt(pictures: Pictures, url: string): PictureSize | null {
  const [id] = filesInText(url);
  return (id === undefined ? undefined : pictures.get(id)) ?? null;
}

type Row = PictureSize & { id: string };
const toMap = (rows: readonly Row[]): Pictures =>
  new Map(rows.map(({ id, width, height }) => [id, { width, height }]));
