/**
 * The numbers this product promises, one list a bench. `judge` says what is held against `goal`: the ratio of the
 * figure to its floor, measured in the same run, or (where a budget is the promise) the figure itself. A figure
 * without a goal is printed for the curve.
 */

/** @typedef {'ratio <=' | 'ratio >=' | 'value <='} Judge */
/** @typedef {{ name: string, unit: string, judge: Judge, goal: number | null }} Goal */

/** @type {Record<string, Goal[]>} */
export const goals = {
	/** Order → the last of N raw clients has the new view, commit included; floor: bare `ws`, the same bytes. */
	fanout: [
		{ name: 'fanout-50', unit: 'ms', judge: 'ratio <=', goal: null },
		{ name: 'fanout-200', unit: 'ms', judge: 'ratio <=', goal: null },
		{ name: 'fanout-500', unit: 'ms', judge: 'ratio <=', goal: 1.6 },
		{ name: 'fanout-1000', unit: 'ms', judge: 'ratio <=', goal: 1.6 }
	],
	/** A step of a wave → both presenters' devices have the new card, among so many of mixed roles; floor as `fanout`. */
	cue: [
		{ name: 'cue-200', unit: 'ms', judge: 'ratio <=', goal: null },
		{ name: 'cue-500', unit: 'ms', judge: 'ratio <=', goal: 1.6 }
	],
	/** Eight sockets, fact → durable acknowledgement; floor: bare Socket.IO, one INSERT a message, an answer. */
	checkin: [
		{ name: 'checkin-150', unit: 'facts/s', judge: 'ratio >=', goal: 0.5 },
		{ name: 'checkin-5000', unit: 'facts/s', judge: 'ratio >=', goal: 0.5 },
		{ name: 'checkin-150-batch-50', unit: 'facts/s', judge: 'ratio >=', goal: null },
		{ name: 'checkin-5000-batch-50', unit: 'facts/s', judge: 'ratio >=', goal: null }
	],
	/** Code string → verdict on screen, 5,000 delegates, offline; floor: an empty state change on the same page. */
	scan: [
		{ name: 'scan-5000', unit: 'ms', judge: 'ratio <=', goal: 3 },
		{ name: 'scan-5000-frames', unit: 'frames', judge: 'value <=', goal: 2 },
		{ name: 'scan-5000-work', unit: 'ms', judge: 'ratio <=', goal: null },
		{ name: 'scan-5000-disk', unit: 'ms', judge: 'value <=', goal: null },
		{ name: 'scan-first-decode', unit: 'ms', judge: 'value <=', goal: null },
		{ name: 'scan-frame-read', unit: 'ms', judge: 'value <=', goal: null },
		{ name: 'scan-frame-empty', unit: 'ms', judge: 'value <=', goal: null }
	],
	/** Keystroke → list, 5,000 delegates; floor: one pass of `includes` over the same folded strings. */
	search: [
		{ name: 'search-5000', unit: 'ms', judge: 'ratio <=', goal: 1.5 },
		{ name: 'search-5000-page', unit: 'ms', judge: 'ratio <=', goal: null }
	],
	/** 500 devices at once, nothing missed; bytes of the resumed socket, and of an MC that starts afresh. */
	reconnect: [
		{ name: 'reconnect-500-missed', unit: 'devices', judge: 'value <=', goal: 0 },
		{ name: 'reconnect-500-bytes', unit: 'B', judge: 'value <=', goal: 1024 },
		{ name: 'reconnect-500-view-bytes', unit: 'B', judge: 'value <=', goal: null },
		{ name: 'reconnect-500-ms', unit: 'ms', judge: 'value <=', goal: null },
		{ name: 'reconnect-mc-fresh-500', unit: 'B', judge: 'value <=', goal: 20 * 1024 }
	],
	/** JavaScript of a first load, gzip. */
	load: [
		{ name: 'load-reception', unit: 'kB', judge: 'value <=', goal: 90 },
		{ name: 'load-mc', unit: 'kB', judge: 'value <=', goal: 60 },
		{ name: 'load-chair', unit: 'kB', judge: 'value <=', goal: 60 },
		{ name: 'load-projector', unit: 'kB', judge: 'value <=', goal: 60 },
		{ name: 'load-live', unit: 'kB', judge: 'value <=', goal: 60 },
		{ name: 'load-me', unit: 'kB', judge: 'value <=', goal: 60 }
	],
	/** Lighthouse as a phone, for the record only. */
	lighthouse: ['reception', 'live'].flatMap((screen) =>
		['performance', 'accessibility', 'best-practices'].map((category) => ({
			name: `lighthouse-${screen}-${category}`,
			unit: 'points',
			judge: /** @type {const} */ ('value <='),
			goal: null
		}))
	),
	/** Node at rest, and what each of 1,000 view sockets adds; floor: Socket.IO's own, same options. */
	memory: [
		{ name: 'memory-idle', unit: 'MB', judge: 'value <=', goal: 120 },
		{ name: 'memory-socket-heap', unit: 'B', judge: 'ratio <=', goal: 1.2 },
		{ name: 'memory-socket-rss', unit: 'B', judge: 'ratio <=', goal: 1.2 }
	],
	/**
	 * Seat plans. Floor of the time: sorting the same people; of the scores: the list from the top, row by row; of a
	 * small hall's ways to the steps: the exact optimum.
	 */
	seats: [
		...['trung-khanh', 'cao-bang', 'soc-trang', 'tan-doan', 'ke-sat', '500', '2000', '5000'].flatMap(
			seatGoals
		),
		{ name: 'seats-growth', unit: '×', judge: 'value <=', goal: 12 },
		...[24, 36, 48, 54].flatMap((people) => [
			goal(`seats-small-${people}-waves`, 'waves', 'value <=', 0),
			goal(`seats-small-${people}-distance`, 'cm', 'ratio <=', null)
		])
	],
	/** 500 invitations; floor: pdfkit drawing the same pages with constant text. */
	papers: [{ name: 'papers-500', unit: 'ms', judge: 'ratio <=', goal: 2 }],
	/** CPU a command with 300 live conferences × 3 sockets; floor: one conference × 3 sockets. */
	conferences: [{ name: 'conferences-300', unit: 'ms', judge: 'ratio <=', goal: 1.5 }]
};

/** @param {string} name @param {string} unit @param {Judge} judge @param {number | null} held @returns {Goal} */
function goal(name, unit, judge, held) {
	return { name, unit, judge, goal: held };
}

/** @param {string} size @returns {Goal[]} */
function seatGoals(size) {
	return [
		goal(`seats-${size}`, 'ms', 'ratio <=', null),
		goal(`seats-${size}-inversions`, 'pairs', 'value <=', 0),
		goal(`seats-${size}-split`, 'units', 'value <=', null),
		goal(`seats-${size}-distance`, 'cm', 'value <=', null),
		goal(`seats-${size}-waves`, 'waves', 'value <=', 0),
		goal(`seats-${size}-moved`, 'people', 'value <=', 2),
		goal(`seats-${size}-moved-broken`, 'faults', 'value <=', 0)
	];
}
