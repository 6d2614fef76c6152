/** Owns: reading a code from a photo taken with the phone's camera app: the way that needs no HTTPS. */
import { openDecoder, type Decoder } from './decoder';

/** Longest side given to the decoder, tried in turn: a close code is read quicker small, a far one only large. */
const SIDES = [1280, 2400, 640];

/** The texts of the codes in a photo, empty when none is found; throws when the file is no picture. */
export async function readPhoto(file: Blob, decoder: Promise<Decoder> = openDecoder()): Promise<string[]> {
	const full = await createImageBitmap(file);
	try {
		const { decode } = await decoder;
		for (const side of SIDES) {
			const scale = Math.min(1, side / Math.max(full.width, full.height));
			const picture = await createImageBitmap(full, {
				resizeWidth: Math.max(1, Math.round(full.width * scale)),
				resizeHeight: Math.max(1, Math.round(full.height * scale)),
				resizeQuality: 'medium'
			});
			const found = await decode(picture, 'still');
			picture.close();
			if (found.length > 0) return found;
		}
		return [];
	} finally {
		full.close();
	}
}
