import { type Fetching, fetchPictures } from '../article-files/fetch-pictures';
import { keepFiles } from '../article-files/keep-files';
import type { ForeignBase, ImportNote } from './foreign-base';
import { listSources, matchImages } from './match-images';

interface TakenImages {
  /** Addresses here, by those that the texts use. */
  images: Map<string, string>;
  /** How many images are here. */
  files: number;
  notes: ImportNote[];
}

type Needed = Parameters<typeof fetchPictures>[0];

/** Takes the images of a base: those that lie beside it, and those that were fetched, or are now, from where they stand. */
export async function takeImages(
  services: Needed,
  base: ForeignBase,
  beside: readonly string[],
  { dryRun, ...fetching }: Fetching & { dryRun: boolean },
): Promise<TakenImages> {
  const matched = matchImages(base, beside);
  const kept = await keepFiles(services, [...matched.values()], { dryRun });
  const images = new Map<string, string>();
  for (const [src, file] of matched) {
    const url = kept.urls.get(file);
    if (url !== undefined) images.set(src, url);
  }
  const remote = listSources(base).filter((src) => /^https?:\/\//i.test(src) && !images.has(src));
  const fetched = await fetchPictures(services, remote, fetching);
  for (const [src, url] of fetched.urls) images.set(src, url);
  const notes = [...kept.refused, ...fetched.refused].map(([file, reason]) => ({ file, id: null, reason }));
  return { images, files: images.size, notes };
}
