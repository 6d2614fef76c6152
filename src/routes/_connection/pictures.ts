/** Owns: the drawings beside the remedies, on a 160 × 100 grid: what is there, and (`mark`) where to put the finger. */
import type { Remedy } from './findings';

export type Drawing = { line: readonly string[]; mark: readonly string[]; fill?: readonly string[] };

const box = (x: number, y: number, w: number, h: number, r: number): string =>
	`M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 01${r} ${r}v${h - 2 * r}a${r} ${r} 0 01-${r} ${r}h-${w - 2 * r}` +
	`a${r} ${r} 0 01-${r}-${r}v-${h - 2 * r}a${r} ${r} 0 01${r}-${r}z`;
const ring = (x: number, y: number, r: number): string =>
	`M${x - r} ${y}a${r} ${r} 0 10${2 * r} 0a${r} ${r} 0 10-${2 * r} 0z`;
const phone = (x: number): string[] => [box(x, 6, 50, 88, 7), `M${x + 20} 86h10`];
const waves = (x: number, y: number): string[] => [
	`M${x - 22} ${y}a31 31 0 0144 0`,
	`M${x - 14} ${y + 9}a20 20 0 0128 0`,
	`M${x - 6} ${y + 18}a9 9 0 0112 0`,
	`M${x} ${y + 25}v.1`
];

export const pictures: Record<Remedy, Drawing> = {
	// Phone and laptop under one Wi-Fi
	'same-wifi': {
		line: [box(10, 40, 30, 52, 5), 'M20 86h10', box(92, 48, 52, 34, 3), 'M82 90h72'],
		mark: waves(66, 16)
	},
	// The question of the phone, its "keep" pressed; the mobile network crossed out
	'keep-wifi': {
		line: [
			...phone(14),
			box(20, 30, 38, 40, 4),
			'M26 39h26',
			'M26 47h18',
			'M96 78v-8',
			'M108 78V60',
			'M120 78V48',
			'M132 78V36'
		],
		mark: ['M88 30l52 54'],
		fill: [box(25, 54, 28, 10, 4)]
	},
	// Out of the chat, into the compass
	'own-browser': {
		line: [
			'M16 22h44a6 6 0 016 6v24a6 6 0 01-6 6H38L26 70V58H16a6 6 0 01-6-6V28a6 6 0 016-6z',
			'M22 36h32',
			'M22 46h20',
			ring(128, 44, 24)
		],
		mark: ['M76 44h20', 'M89 36l8 8-8 8'],
		fill: ['M139 33l-6 17-16 5 6-17z']
	},
	// The server's paper, and the shield it becomes
	certificate: {
		line: [box(14, 14, 56, 72, 4), 'M24 30h36', 'M24 42h36', 'M24 54h22', ring(52, 70, 8)],
		mark: ['M118 18l28 10v20c0 18-12 29-28 36-16-7-28-18-28-36V28z', 'M105 49l10 10 17-19']
	},
	reload: {
		line: phone(55),
		mark: ['M92 50a12 12 0 11-4-9', 'M89 32v10H79']
	},
	// The home screen with one place more
	install: {
		line: [
			...phone(55),
			box(62, 20, 10, 10, 2),
			box(75, 20, 10, 10, 2),
			box(88, 20, 10, 10, 2),
			box(62, 34, 10, 10, 2),
			box(75, 34, 10, 10, 2)
		],
		mark: [box(66, 50, 28, 28, 6), 'M80 57v14', 'M73 64h14']
	},
	'free-space': {
		line: [box(14, 24, 46, 36, 4), 'M14 52l13-12 10 9 8-6 15 13', ring(46, 34, 4), box(24, 66, 46, 22, 4)],
		mark: [
			'M104 34h40',
			'M116 34v-8h16v8',
			'M108 34l4 50h24l4-50',
			'M119 46v26',
			'M129 46v26',
			'M76 56h16',
			'M86 49l7 7-7 7'
		]
	},
	'allow-camera': {
		line: [
			'M16 34h14l6-9h22l6 9h14a5 5 0 015 5v34a5 5 0 01-5 5H16a5 5 0 01-5-5V39a5 5 0 015-5z',
			ring(47, 55, 13),
			box(100, 42, 48, 26, 13)
		],
		mark: [],
		fill: [ring(135, 55, 9)]
	},
	volume: {
		line: [...phone(14), 'M92 40v20h14l18 15V25L106 40z'],
		mark: ['M134 38a18 18 0 010 24', 'M143 28a32 32 0 010 44', 'M68 24v12', 'M68 42v12']
	},
	// Bright, and on the cable
	'screen-on': {
		line: [...phone(55), 'M80 94v4', 'M80 98h44', box(124, 86, 22, 12, 3)],
		mark: [
			ring(80, 44, 9),
			'M80 25v5',
			'M80 58v5',
			'M61 44h5',
			'M94 44h5',
			'M67 31l3 3',
			'M90 54l3 3',
			'M93 31l-3 3',
			'M70 54l-3 3'
		]
	}
};
