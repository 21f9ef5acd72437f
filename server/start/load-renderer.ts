import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RenderBundle } from '@beseda/shared/protocol/render';
import { findRoot } from '../config/find-root';

/** The one place that loads the bundle which `widget` builds for the server. */
export async function loadRenderer(): Promise<RenderBundle> {
  const file = join(findRoot(), 'widget/dist/server/render.js');
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as RenderBundle;
}
