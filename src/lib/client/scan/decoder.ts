/**
 * Owns: reading QR codes out of pictures. The browser's own `BarcodeDetector` where it works, else the ponyfill with
 * the wasm that our server serves; loaded when a picture is first to be read. Nothing else ever decodes.
 */
type Detected = { rawValue: string };
type Detector = { detect(image: ImageBitmapSource): Promise<Detected[]> };
type DetectorClass = {
	new (options: { formats: string[] }): Detector;
	getSupportedFormats(): Promise<readonly string[]>;
};

export type Decoder = {
	/** The texts of all codes in the picture; empty when there is none. Throws when the picture cannot be read. */
	decode(image: ImageBitmapSource): Promise<string[]>;
};

/** Resolves to the best decoder here. `forcePonyfill` is for the comparison in tests. */
export async function openDecoder(forcePonyfill = false): Promise<Decoder> {
	const own = forcePonyfill ? null : await nativeDetector();
	let detector = own ?? (await ponyfill());
	let trusted = own === null;
	return {
		async decode(image) {
			try {
				const found = await detector.detect(image);
				if (found.length > 0) trusted = true;
				return textsOf(found);
			} catch (error) {
				if (trusted) throw error;
				// Android without its scanning service has the class but every call fails: change over once.
				trusted = true;
				detector = await ponyfill();
				return textsOf(await detector.detect(image));
			}
		}
	};
}

const textsOf = (found: Detected[]): string[] =>
	found.map((code) => code.rawValue).filter((text) => text !== '');

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

async function ponyfill(): Promise<Detector> {
	const [{ BarcodeDetector, prepareZXingModule }, { default: wasm }] = await Promise.all([
		import('barcode-detector/ponyfill'),
		import('zxing-wasm/reader/zxing_reader.wasm?url')
	]);
	prepareZXingModule({ overrides: { locateFile: () => wasm } });
	return new BarcodeDetector({ formats: ['qr_code'] });
}
