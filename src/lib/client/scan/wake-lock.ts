/** Owns: keeping the screen lit while a desk works. Needs HTTPS; elsewhere it does nothing. */

/** Holds the lock while the page is visible; the system drops it at every hiding. @returns how to let go */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | null = null;
	let wanted = true;
	const take = async () => {
		if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
		try {
			lock = await navigator.wakeLock.request('screen');
			if (!wanted) await lock.release();
		} catch (error) {
			// Battery saver refuses it; the guide says to set a long screen time-out.
			console.warn('wake lock', error);
		}
	};
	const onVisible = () => void take();
	document.addEventListener('visibilitychange', onVisible);
	void take();
	return () => {
		wanted = false;
		document.removeEventListener('visibilitychange', onVisible);
		void lock?.release();
	};
}
