/**
 * Writes a video of QR codes for Chromium's fake camera (`--use-file-for-fake-video-capture=…`): a Y4M file is one
 * header line and raw 4:2:0 frames. Chromium plays it in a loop.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { create } from 'qrcode';

export type Scene = {
	/** Text of the code; null shows an empty wall. */
	text: string | null;
	seconds: number;
};
type Options = {
	width?: number;
	height?: number;
	fps?: number;
	/** Side of the code, as a share of the height. */ size?: number;
};

/** Writes the scenes one after another to `path`; the codes are black on a grey wall, drawn without smoothing. */
export function writeQrVideo(path: string, scenes: readonly Scene[], options: Options = {}): void {
	const { width = 640, height = 480, fps = 10, size = 0.6 } = options;
	const file = openSync(path, 'w');
	try {
		writeSync(file, `YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420jpeg\n`);
		const colourless = Buffer.alloc((width / 2) * (height / 2) * 2, 128);
		for (const { text, seconds } of scenes) {
			const luma = Buffer.alloc(width * height, 190);
			if (text !== null) drawQr(luma, text, { width, height, size });
			const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, colourless]);
			for (let n = 0; n < Math.max(1, Math.round(seconds * fps)); n++) writeSync(file, frame);
		}
	} finally {
		closeSync(file);
	}
}

function drawQr(luma: Buffer, text: string, { width, height, size }: Required<Omit<Options, 'fps'>>): void {
	const { modules } = create(text, { errorCorrectionLevel: 'M' });
	const quiet = 4;
	const cells = modules.size + 2 * quiet;
	const cell = Math.max(2, Math.floor((height * size) / cells));
	const left = Math.floor((width - cells * cell) / 2);
	const top = Math.floor((height - cells * cell) / 2);
	for (let y = 0; y < cells * cell; y++)
		for (let x = 0; x < cells * cell; x++) {
			const row = Math.floor(y / cell) - quiet;
			const column = Math.floor(x / cell) - quiet;
			const inside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
			luma[(top + y) * width + left + x] = inside && modules.get(row, column) ? 16 : 235;
		}
}
