/** Owns: which bytes a request asks for (RFC 9110 §14), and reading just those from the disk. */
import { open, type FileHandle } from 'node:fs/promises';

/** Both ends included, as the header counts. */
export type Span = { from: number; to: number };

/**
 * @param header the `Range` header, or undefined
 * @returns `whole` where there is no range, or one that is to be ignored: broken, of another unit, or of several parts,
 * which no player asks for; `none` when it lies outside the file
 */
export function spanOf(header: string | undefined, size: number): Span | 'whole' | 'none' {
	const asked = /^bytes=\s*(\d*)-(\d*)\s*$/.exec(header ?? '');
	if (!asked) return 'whole';
	const [, first = '', last = ''] = asked;
	if (first === '' && last === '') return 'whole';
	if (first === '') {
		// The last so many bytes.
		const length = Math.min(Number(last), size);
		return length > 0 ? { from: size - length, to: size - 1 } : 'none';
	}
	const from = Number(first);
	const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
	if (last !== '' && Number(last) < from) return 'whole';
	return from < size ? { from, to } : 'none';
}

const PIECE = 256 * 1024;

/** Opens the file when the first byte is wanted, reads no faster than it is taken, closes it however it ends. */
export function bytesOf(path: string, { from, to }: Span): ReadableStream<Uint8Array<ArrayBuffer>> {
	let file: FileHandle | null = null;
	let at = from;
	const close = async (): Promise<void> => {
		const held = file;
		file = null;
		await held?.close();
	};
	return new ReadableStream<Uint8Array<ArrayBuffer>>(
		{
			async pull(controller) {
				try {
					file ??= await open(path, 'r');
					const piece = new Uint8Array(Math.min(PIECE, to - at + 1));
					const { bytesRead } = await file.read(piece, 0, piece.length, at);
					if (bytesRead === 0) throw new Error(`${path} is shorter than it was`);
					at += bytesRead;
					controller.enqueue(bytesRead === piece.length ? piece : piece.subarray(0, bytesRead));
					if (at <= to) return;
					await close();
					controller.close();
				} catch (error) {
					await close();
					controller.error(error);
				}
			},
			cancel: close
		},
		{ highWaterMark: 0 }
	);
}
