import type { Place } from './private-places';

/** Enough to read any text, and small enough to be sent. Pixels. */
const WIDEST = 2560;

/** The window as a canvas of a sensible size, with nothing left of the private places. */
export function finishPicture(source: HTMLVideoElement | HTMLCanvasElement, places: readonly Place[]) {
  const given = source instanceof HTMLVideoElement ? source.videoWidth : source.width;
  const width = Math.min(given, WIDEST);
  const scale = width / innerWidth;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.round(innerHeight * scale);
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  context.fillStyle = '#5b626e';
  for (const place of places) {
    const x = Math.floor(place.x * scale);
    const y = Math.floor(place.y * scale);
    context.fillRect(x, y, Math.ceil(place.width * scale) + 1, Math.ceil(place.height * scale) + 1);
  }
  return canvas;
}
