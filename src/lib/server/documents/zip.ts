/** Owns: the two ends of a ZIP archive this app needs: listing what one holds, and writing parts without packing. */
import { crc32 } from 'node:zlib';

export type ZipEntry = { name: string; method: number; encrypted: boolean; data: Uint8Array };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** Entries by the central directory, still packed; null when the archive is not whole. ZIP64 is not read. */
export function listEntries(bytes: Uint8Array): ZipEntry[] | null {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
	if (end < 0 || end + 22 > buffer.length || buffer.readUInt32LE(end) !== END) return null;
	const count = buffer.readUInt16LE(end + 10);
	let at = buffer.readUInt32LE(end + 16);
	const entries: ZipEntry[] = [];
	for (let n = 0; n < count; n++) {
		if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== CENTRAL) return null;
		const packed = buffer.readUInt32LE(at + 20);
		const nameLength = buffer.readUInt16LE(at + 28);
		const local = buffer.readUInt32LE(at + 42);
		if (local + 30 > buffer.length || buffer.readUInt32LE(local) !== LOCAL) return null;
		const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
		if (start + packed > buffer.length) return null;
		entries.push({
			name: buffer.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
			method: buffer.readUInt16LE(at + 10),
			encrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
			data: buffer.subarray(start, start + packed)
		});
		at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
	}
	return entries;
}

/** An archive of these parts, stored as they are, with true sizes and checksums. */
export function storedZip(parts: ReadonlyMap<string, Buffer>): Buffer {
	const files: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [name, content] of parts) {
		const label = Buffer.from(name, 'utf8');
		// The fields both headers share: version, flags (names are UTF-8), method, time, date, crc, sizes, name length.
		const shared = Buffer.alloc(26);
		shared.writeUInt16LE(20, 0);
		shared.writeUInt16LE(0x0800, 2);
		shared.writeUInt16LE(0x21, 8);
		shared.writeUInt32LE(crc32(content), 10);
		shared.writeUInt32LE(content.length, 14);
		shared.writeUInt32LE(content.length, 18);
		shared.writeUInt16LE(label.length, 22);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(offset, 10);
		files.push(uint32(LOCAL), shared, label, content);
		directory.push(uint32(CENTRAL), Buffer.from([20, 0]), shared, place, label);
		offset += 30 + label.length + content.length;
	}
	const listing = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(parts.size, 4);
	end.writeUInt16LE(parts.size, 6);
	end.writeUInt32LE(listing.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...files, listing, uint32(END), end]);
}

function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}
