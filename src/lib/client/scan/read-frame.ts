/**
 * Owns: how zxing is asked about a picture. Every frame gets one quick look; a frame in which that found nothing may
 * get one second look, each time another one, as long as the device keeps up. So a clean code costs as little as
 * before, and within ten frames a creased or blurred one has been seen in every way.
 */
import type { prepareZXingModule } from 'barcode-detector/ponyfill';
import { blackAndWhite, sharper, smoother, type Grey } from './second-looks';

type Loaded = Exclude<Awaited<ReturnType<typeof prepareZXingModule>>, void>;
/** zxing compiled to WebAssembly, as the ponyfill loads it. The ponyfill itself leaves no choice of its options. */
export type Zxing = Loaded & {
	HEAPU8: Uint8Array;
	_malloc(bytes: number): number;
	_free(place: number): void;
};
type Options = Parameters<Zxing['readBarcodesFromPixmap']>[3];

/** The module with its memory, which every build of it has though its types leave it out. */
export async function zxingOf(loading: Promise<Loaded>): Promise<Zxing> {
	const loaded = await loading;
	if (!hasMemory(loaded)) throw new Error('zxing came without its memory');
	return loaded;
}

const hasMemory = (loaded: Loaded): loaded is Zxing =>
	'HEAPU8' in loaded && '_malloc' in loaded && '_free' in loaded;

/** What second looks may cost a frame on average; a slow phone gets one every few frames instead of every frame. */
const ALLOWANCE_MS = 25;

const quick: Options = {
	// Invitations are full QR codes; small print now and then looks like a Micro QR code of a few digits.
	formats: 'QRCodeModel2',
	tryHarder: true,
	// A QR code is found at any angle without it.
	tryRotate: false,
	tryInvert: false,
	tryDownscale: true,
	downscaleFactor: 2,
	downscaleThreshold: 200,
	tryDenoise: false,
	binarizer: 0,
	isPure: false,
	minLineCount: 2,
	// Another code may lie beside the invitation.
	maxNumberOfSymbols: 4,
	validateOptionalChecksum: false,
	returnErrors: false,
	eanAddOnSymbol: 0,
	textMode: 0,
	characterSet: 0,
	tryCode39ExtendedMode: false
};
const closing: Options = { ...quick, tryDenoise: true };
const oneThreshold: Options = { ...quick, binarizer: 1, tryInvert: true };
const fixedThreshold: Options = { ...quick, binarizer: 2 };

/** In the order of what they find beyond the quick look and each other. */
const SECOND_LOOKS: readonly { see: (grey: Grey) => Grey; options: Options }[] = [
	{ see: (grey) => blackAndWhite(smoother(grey), 12), options: { ...fixedThreshold, tryDenoise: true } },
	{ see: (grey) => sharper(grey, 2, 1.5), options: quick },
	{ see: (grey) => sharper(grey, 8, 1.5), options: quick },
	{ see: (grey) => blackAndWhite(grey, 10), options: fixedThreshold },
	{ see: (grey) => sharper(smoother(grey), 4, 3), options: quick },
	{ see: smoother, options: closing },
	// Also reads white on black, as a phone in dark mode may show it.
	{ see: (grey) => grey, options: oneThreshold }
];

export type FrameReader = {
	/** The texts of the codes in one frame of a camera; frames that follow one another share the second looks. */
	frame(grey: Grey): string[];
	/** The same for a single picture: every look until one finds something. */
	still(grey: Grey): string[];
};

/** @param now milliseconds; measures what second looks cost */
export function frameReader(zxing: Zxing, now: () => number): FrameReader {
	let turn = 0;
	let cost = 0;
	let allowed = ALLOWANCE_MS;
	const second = (at: number, grey: Grey): string[] => {
		const look = SECOND_LOOKS[at % SECOND_LOOKS.length];
		return look ? textsIn(zxing, look.see(grey), look.options) : [];
	};
	return {
		frame(grey) {
			const texts = textsIn(zxing, grey, quick);
			allowed = Math.min(allowed + ALLOWANCE_MS, Math.max(cost, ALLOWANCE_MS));
			if (texts.length > 0 || allowed < cost) return texts;
			const start = now();
			const more = second(turn++, grey);
			const took = now() - start;
			allowed -= took;
			// One slow look (another page, a full collection) must not stop them for long.
			cost = cost === 0 ? took : cost + (took - cost) / 4;
			return more;
		},
		still(grey) {
			let texts = textsIn(zxing, grey, quick);
			for (let at = 0; at < SECOND_LOOKS.length && texts.length === 0; at++) texts = second(at, grey);
			return texts;
		}
	};
}

function textsIn(zxing: Zxing, { luma, width, height }: Grey, options: Options): string[] {
	const place = zxing._malloc(luma.length);
	if (!place) throw new Error('no memory for a frame');
	try {
		zxing.HEAPU8.set(luma, place);
		const found = zxing.readBarcodesFromPixmap(place, width, height, options);
		const texts: string[] = [];
		for (let at = 0; at < found.size(); at++) {
			const text = found.get(at)?.text;
			if (text) texts.push(text);
		}
		return texts;
	} finally {
		zxing._free(place);
	}
}
