/** Owns: the estimate of the server's clock from pings. Pure. Keep the quickest of the last sixteen (facts: clock). */

/** One ping: local monotonic send and receive times (ms), and the server's wall clock between them. */
export type Ping = { sent: number; received: number; server: number };
export type ClockEstimate = { pings: { rtt: number; offset: number }[] };

export const emptyClock: ClockEstimate = { pings: [] };
const KEPT = 16;
/** A ping this much slower than the best says more about the queue in the router than about the clock. */
const SLOW_MS = 60;

/** `offset`: server wall clock minus local clock. */
export function withPing(clock: ClockEstimate, ping: Ping): ClockEstimate {
	const rtt = Math.max(0, ping.received - ping.sent);
	const best = bestOf(clock);
	if (best && rtt > best.rtt + SLOW_MS) return clock;
	const offset = ping.server - (ping.sent + rtt / 2);
	return { pings: [...clock.pings, { rtt, offset }].slice(-KEPT) };
}

function bestOf(clock: ClockEstimate): { rtt: number; offset: number } | null {
	return clock.pings.reduce<{ rtt: number; offset: number } | null>(
		(best, ping) => (best && best.rtt <= ping.rtt ? best : ping),
		null
	);
}

/** @returns null until the first ping came back */
export const offsetOf = (clock: ClockEstimate): number | null => bestOf(clock)?.offset ?? null;
export const rttOf = (clock: ClockEstimate): number | null => bestOf(clock)?.rtt ?? null;
