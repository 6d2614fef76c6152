/**
 * Owns: halls to begin with, and the Presidium's table that can be added to any. What is printed (names of blocks and
 * doors) is data of the hall and stays as it is in every language of the screens. Centimetres, as in `hall.ts`.
 */
import type { Block, Hall, Passage } from './hall';

export const PRESETS = ['commune', 'agency', 'province'] as const;
export type PresetId = (typeof PRESETS)[number];
/** Chairs a Presidium may have (real-day custom: five to nine people). */
export const PRESIDIUM_MOST = 9;
export const PRESIDIUM_LEAST = 5;

/** Told apart also by people who see few colours: light and dark follow each other. */
export const COLOURS = [
	'#b3261e',
	'#1f5fa8',
	'#1b6e3c',
	'#8a5a00',
	'#6a3d9a',
	'#00707a',
	'#a8326e',
	'#4c5a67'
] as const;

type Plain = Pick<Block, 'rows' | 'seatsPerRow' | 'x' | 'y'> & Partial<Block>;
const block = (letter: string, at: number, door: string, more: Plain): Block => ({
	id: letter.toLowerCase(),
	name: `Khối ${letter}`,
	colour: COLOURS[at % COLOURS.length] ?? COLOURS[0],
	door,
	...more
});
const aisle = (x: number, y: number, width: number, depth: number): Passage => ({ x, y, width, depth });

/** Two blocks at a middle aisle: the front rows are a seat shorter, so that a wave can pass to the steps. */
const commune = (): Hall => {
	const rowSeats = [7, 7, 7, 7, 7, 8, 8, 8, 8, 8];
	const common = { rows: 10, seatsPerRow: 8, y: 260, rowSeats };
	return {
		name: 'Hội trường xã',
		stage: { width: 800, depth: 400, podium: 'left', steps: ['left', 'right'] },
		doors: [
			{ name: 'Cửa chính', x: 0, y: 1320 },
			{ name: 'Cửa bên', x: 640, y: 120 }
		],
		passages: [aisle(-80, 260, 160, 900)],
		blocks: [
			block('A', 0, 'Cửa chính', { ...common, x: -300, align: 'right', wheelchair: ['10/8'] }),
			block('B', 1, 'Cửa chính', { ...common, x: 300, align: 'left', wheelchair: ['10/1'] })
		]
	};
};

const agency = (): Hall => ({
	name: 'Hội trường cơ quan',
	stage: { width: 1200, depth: 500, podium: 'left', steps: ['left', 'right'] },
	doors: [
		{ name: 'Cửa trái', x: -1000, y: 700 },
		{ name: 'Cửa chính', x: 0, y: 1520 },
		{ name: 'Cửa phải', x: 1000, y: 700 }
	],
	passages: [aisle(-432, 280, 130, 1080), aisle(302, 280, 130, 1080)],
	blocks: [
		block('A', 0, 'Cửa trái', { rows: 12, seatsPerRow: 7, x: -625, y: 280 }),
		block('B', 1, 'Cửa chính', { rows: 12, seatsPerRow: 11, x: 0, y: 280, wheelchair: ['12/1', '12/11'] }),
		block('C', 2, 'Cửa phải', { rows: 12, seatsPerRow: 7, x: 625, y: 280 })
	]
});

/** The side blocks look towards the stage; the balcony goes on where the letters of the floor end. */
const province = (): Hall => {
	const letters = { rowNames: 'letters' as const, rowPitch: 95 };
	const balcony = { ...letters, rows: 4, firstRow: 15, y: 2050 };
	return {
		name: 'Trung tâm hội nghị tỉnh',
		stage: { width: 1600, depth: 700, podium: 'left', steps: ['left', 'right'] },
		doors: [
			{ name: 'Cửa trái', x: -1300, y: 600 },
			{ name: 'Cửa chính', x: 0, y: 1850 },
			{ name: 'Cửa phải', x: 1300, y: 600 },
			{ name: 'Cầu thang tầng 2', x: -780, y: 2560 }
		],
		passages: [aisle(-470, 300, 130, 1330), aisle(340, 300, 130, 1330)],
		blocks: [
			block('A', 0, 'Cửa trái', { ...letters, rows: 14, seatsPerRow: 8, x: -730, y: 330, turn: 8 }),
			block('B', 1, 'Cửa chính', {
				...letters,
				rows: 14,
				seatsPerRow: 12,
				x: 0,
				y: 300,
				numbered: 'centre',
				wheelchair: ['14/1', '14/2', '14/11', '14/12']
			}),
			block('C', 2, 'Cửa phải', { ...letters, rows: 14, seatsPerRow: 8, x: 730, y: 330, turn: -8 }),
			block('D', 3, 'Cầu thang tầng 2', { ...balcony, seatsPerRow: 8, x: -700 }),
			block('E', 4, 'Cầu thang tầng 2', { ...balcony, seatsPerRow: 11, x: 0, numbered: 'centre' }),
			block('G', 5, 'Cầu thang tầng 2', { ...balcony, seatsPerRow: 8, x: 700 })
		]
	};
};

const presets: Record<PresetId, () => Hall> = { commune, agency, province };

/** A hall of 150, 300 or 500 seats, everything drawn; without a Presidium's table. */
export const presetHall = (id: PresetId): Hall => presets[id]();

/** The Presidium's long table in the middle of the stage, facing the hall. @param chairs 5 to 9 */
export function presidiumTable(hall: Hall, chairs: number): Block {
	const depth = hall.stage?.depth ?? 400;
	const count = Math.min(PRESIDIUM_MOST, Math.max(PRESIDIUM_LEAST, Math.round(chairs)));
	return {
		id: 'doan-chu-tich',
		name: 'Đoàn Chủ tịch',
		colour: '#8f1218',
		door: '',
		rows: 1,
		seatsPerRow: count,
		shape: 'longTable',
		place: 'stage',
		x: 0,
		y: -Math.max(90, Math.round(depth * 0.06) * 10),
		seatPitch: 70,
		rowPitch: 90
	};
}
