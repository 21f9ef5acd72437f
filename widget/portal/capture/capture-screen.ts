import type { Panel } from '../../panel/model/panel';
import { receivePicture } from '../../panel/screenshot/take-screenshot';

/** Enough to read any text, and small enough to be sent. Pixels. */
const WIDEST = 2560;

/** A picture of the tab, window or screen that the person picks; where that is refused, it is explained how to paste one. */
export async function captureScreen(panel: Panel): Promise<void> {
  const image = await takePicture().catch(() => null);
  await receivePicture(panel, { type: 'captured', ...(image && { image }) });
}

async function takePicture(): Promise<Blob | null> {
  // Absent on pages that are not secure.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.getDisplayMedia) return null;
  const stream = await devices.getDisplayMedia({ video: true, audio: false });
  try {
    return await takeFrame(stream);
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

async function takeFrame(stream: MediaStream): Promise<Blob | null> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  const scale = Math.min(1, WIDEST / video.videoWidth);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
