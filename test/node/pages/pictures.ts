import type {Page} from 'puppeteer-core';

/** How far two pictures are from each other. */
export interface Difference {
  /** Whether they have the same width and height. */
  readonly isSameSize: boolean;
  /** Share of the pixels that differ by more than `VISIBLE`, 0 to 1. */
  readonly share: number;
  /** The greatest difference of a colour channel, 0 to 255. */
  readonly most: number;
}

/** Of a colour channel; what no eye sees. */
const VISIBLE = 8;

/**
 * Compares two PNGs with the canvas of a page.
 *
 * @param pictures Both, in base64.
 */
export const comparePictures = (
  page: Page,
  pictures: readonly [string, string],
): Promise<Difference> =>
  page.evaluate(
    async (texts, visible) => {
      const [a, b] = await Promise.all(
        texts.map(async (text) => {
          const bytes = Uint8Array.from(atob(text), (it) => it.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes]));
          const {width, height} = image;
          const context = new OffscreenCanvas(width, height).getContext('2d')!;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, width, height);
        }),
      );
      let [most, count] = [0, 0];
      for (let at = 0; at < a!.data.length; at += 4) {
        let difference = 0;
        for (let channel = at; channel < at + 3; channel++) {
          const apart = Math.abs(a!.data[channel]! - b!.data[channel]!);
          if (apart > difference) difference = apart;
        }
        if (difference > visible) count++;
        if (difference > most) most = difference;
      }
      return {
        isSameSize: a!.width === b!.width && a!.height === b!.height,
        share: count / (a!.width * a!.height),
        most,
      };
    },
    [...pictures],
    VISIBLE,
  );
