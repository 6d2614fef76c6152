/** Owns: how large a medium may be, and which role may have its bytes. */
import type { Role } from '../access/roles';
import { maySend } from '../access/table';
import type { MediumKind } from './sniff';

const MB = 1024 * 1024;
/** A film of an hour in full HD; a photo as a phone takes it. Bytes. */
export const MOST_BYTES: Record<MediumKind, number> = {
	video: 1024 * MB,
	audio: 1024 * MB,
	image: 5 * MB
};
export const inMegabytes = (bytes: number): number => Math.round(bytes / MB);

/** What is played: whoever starts it or plays it. A photo: whoever enters awards or shows the wave. */
const READERS: Record<'played' | 'photo', ReadonlySet<Role>> = {
	played: new Set<Role>(['admin', 'stage', 'tech', 'projector']),
	photo: new Set<Role>(['admin', 'stage', 'awards', 'projector', 'overlay'])
};

export const mayReadMedium = (role: Role, kind: MediumKind): boolean =>
	READERS[kind === 'image' ? 'photo' : 'played'].has(role);

export const mayUpload = (role: Role, kind: MediumKind): boolean =>
	maySend(role, kind === 'image' ? 'award.photo' : 'media.attach');
