/**
 * Owns: reading QR codes out of pictures. The browser's own `BarcodeDetector` where it works, else zxing as the
 * ponyfill carries it, with the wasm that our server serves; loaded when a picture is first to be read. Nothing else
 * ever decodes.
 */
import { frameReader, zxingOf, type FrameReader } from './read-frame';
import type { Grey } from './second-looks';

type Picture = HTMLVideoElement | ImageBitmap;
type Detector = { detect(image: Picture): Promise<{ rawValue: string }[]> };
type DetectorClass = {
	new (options: { formats: string[] }): Detector;
	getSupportedFormats(): Promise<readonly string[]>;
};

export type Decoder = {
	/**
	 * The texts of all codes in the picture; empty when there is none. A `frame` is followed by others and may be
	 * looked at briefly; a `still` is all there is. Throws when the picture cannot be read.
	 */
	decode(image: Picture, kind: 'frame' | 'still'): Promise<string[]>;
};

/** Resolves to the best decoder here. */
export async function openDecoder(): Promise<Decoder> {
	const detector = await nativeDetector();
	if (!detector) return ourDecoder();
	let trusted = false;
	let instead: Decoder | null = null;
	return {
		async decode(image, kind) {
			if (instead) return instead.decode(image, kind);
			try {
				const found = await detector.detect(image);
				if (found.length > 0) trusted = true;
				return found.map((code) => code.rawValue).filter((text) => text !== '');
			} catch (error) {
				if (trusted) throw error;
				// Android without its scanning service has the class but every call fails: change over once.
				instead = await ourDecoder();
				return instead.decode(image, kind);
			}
		}
	};
}

async function nativeDetector(): Promise<Detector | null> {
	const Native: unknown = Reflect.get(globalThis, 'BarcodeDetector');
	if (!isDetectorClass(Native)) return null;
	try {
		return (await Native.getSupportedFormats()).includes('qr_code')
			? new Native({ formats: ['qr_code'] })
			: null;
	} catch (error) {
		console.warn('BarcodeDetector', error);
		return null;
	}
}

const isDetectorClass = (value: unknown): value is DetectorClass =>
	typeof value === 'function' && 'getSupportedFormats' in value;

async function ourDecoder(): Promise<Decoder> {
	const [{ prepareZXingModule }, { default: wasm }] = await Promise.all([
		import('barcode-detector/ponyfill'),
		import('zxing-wasm/reader/zxing_reader.wasm?url')
	]);
	const zxing = await zxingOf(
		prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true })
	);
	const reader: FrameReader = frameReader(zxing, () => performance.now());
	const greyOf = greyMaker();
	return {
		decode(image, kind) {
			const grey = greyOf(image);
			return Promise.resolve(grey ? reader[kind](grey) : []);
		}
	};
}

/** Brightness of every pixel; null for a video that has no picture yet. One canvas and one buffer serve all frames. */
function greyMaker(): (image: Picture) => Grey | null {
	const canvas = document.createElement('canvas');
	const pen = canvas.getContext('2d', { willReadFrequently: true });
	let luma = new Uint8Array(0);
	return (image) => {
		const video = 'videoWidth' in image;
		const width = video ? image.videoWidth : image.width;
		const height = video ? image.videoHeight : image.height;
		if (!pen || width === 0 || height === 0) return null;
		if (canvas.width !== width || canvas.height !== height) {
			canvas.width = width;
			canvas.height = height;
			luma = new Uint8Array(width * height);
		}
		pen.drawImage(image, 0, 0);
		const { data } = pen.getImageData(0, 0, width, height);
		for (let at = 0, from = 0; at < luma.length; at++, from += 4)
			luma[at] =
				(306 * (data[from] ?? 0) + 601 * (data[from + 1] ?? 0) + 117 * (data[from + 2] ?? 0) + 512) >> 10;
		return { luma, width, height };
	};
}
