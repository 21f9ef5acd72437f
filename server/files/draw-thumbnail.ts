import sharp from 'sharp';

const LONGEST_SIDE = 480;
/** More pixels than a camera makes: a picture that is bigger unpacked than its bytes say. */
const MOST_PIXELS = 50_000_000;

sharp.cache(false);

export interface PictureSize {
  width: number;
  height: number;
}

/**
 * Draws the picture at `source` as WebP of at most 480 px into `target`, upright and without metadata. Gives the
 * original's size in pixels as it is seen; null when it cannot be drawn: broken, too big, not a picture.
 */
export async function drawThumbnail(source: string, target: string): Promise<PictureSize | null> {
  try {
    const picture = sharp(source, { limitInputPixels: MOST_PIXELS });
    const { autoOrient } = await picture.metadata();
    await picture
      .autoOrient()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toFile(target);
    return { width: autoOrient.width, height: autoOrient.height };
  } catch {
    return null;
  }
}
