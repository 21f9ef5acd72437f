import { coverPlaces } from './cover-places';
import { finishPicture } from './finish-picture';
import { findPrivatePlaces } from './private-places';

const OPTIONS = {
  video: { displaySurface: 'browser' },
  audio: false,
  preferCurrentTab: true,
  selfBrowserSurface: 'include',
  surfaceSwitching: 'exclude',
};
const FRAME_MS = 3_000;
/** Where frames do not tell when they were taken, so many may have been on their way. */
const FRAMES_UNDER_WAY = 3;

/** A picture of this tab from the screen; null where the browser cannot, or the person chose something else. */
export async function captureTab(
  root: ShadowRoot,
  frame: HTMLIFrameElement,
): Promise<HTMLCanvasElement | null> {
  // Absent on pages that are not secure.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.getDisplayMedia) return null;
  const stream = await devices.getDisplayMedia(OPTIONS);
  try {
    const [track] = stream.getVideoTracks();
    return track && (await isThisTab(track)) ? await takePicture(stream, root, frame) : null;
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

interface CroppableTrack extends MediaStreamTrack {
  cropTo?: (target: unknown) => Promise<void>;
}
declare const CropTarget: { fromElement(element: Element): Promise<unknown> } | undefined;

/** A tab at all; and this one where the browser can tell: only its own tab can be cropped to an element. */
async function isThisTab(track: CroppableTrack): Promise<boolean> {
  if (track.getSettings().displaySurface !== 'browser') return false;
  if (!track.cropTo || typeof CropTarget === 'undefined') return true;
  try {
    await track.cropTo(await CropTarget.fromElement(document.documentElement));
    await track.cropTo(null);
    return true;
  } catch {
    return false;
  }
}

async function takePicture(stream: MediaStream, root: ShadowRoot, frame: HTMLIFrameElement) {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  const covered = coverPlaces(root, frame);
  try {
    await nextPaint();
    await nextPaint();
    await seeFrameOf(video, performance.now());
    // What has moved meanwhile is covered where it was and where it is.
    return finishPicture(video, [...covered.places, ...findPrivatePlaces()]);
  } finally {
    covered.lift();
  }
}

const nextPaint = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Waits for a frame that was taken at `since` or later; rejects when none comes. */
async function seeFrameOf(video: HTMLVideoElement, since: number): Promise<void> {
  for (let seen = 1; ; seen++) {
    const { captureTime } = await nextFrame(video);
    if (captureTime === undefined ? seen >= FRAMES_UNDER_WAY : captureTime >= since) return;
  }
}

const nextFrame = (video: HTMLVideoElement) =>
  new Promise<VideoFrameCallbackMetadata>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No frame came.')), FRAME_MS);
    video.requestVideoFrameCallback((_, metadata) => {
      clearTimeout(timer);
      resolve(metadata);
    });
  });
