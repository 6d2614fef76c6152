/** The slot itself: on globalThis, because host and server bundle are two module graphs in one process. */
const KEY = Symbol.for('khanh-tiet.host');

/** @returns {import('./slot.js').HostSlot | undefined} */
export function hostSlot() {
	return Reflect.get(globalThis, KEY);
}

/** @param {import('./slot.js').HostSlot} slot */
export function setHostSlot(slot) {
	Reflect.set(globalThis, KEY, slot);
}
