/** Owns: noticing when the addresses of this machine change. Which they are, the host says. */
import { systemTimer, type Timer } from '../timer';

/**
 * Reports when the set of addresses is another than at the last report (first: than at the call). One report
 * at a time; one that fails goes to `onError` and is made again at the next tick.
 * @param options `every` in milliseconds; `onError` defaults to a process warning
 */
export function watchAddresses(options: {
	list: () => string[];
	every: number;
	onChange: (addresses: string[]) => void | Promise<void>;
	onError?: (error: unknown) => void;
	timer?: Timer;
}): { stop: () => void } {
	const { list, every, onChange, onError = warn, timer = systemTimer } = options;
	let reported = keyOf(list());
	let reporting = false;
	let stopped = false;

	const look = async (): Promise<void> => {
		if (reporting || stopped) return;
		reporting = true;
		try {
			const addresses = list();
			if (keyOf(addresses) !== reported) {
				await onChange(addresses);
				reported = keyOf(addresses);
			}
		} catch (error) {
			onError(error);
		} finally {
			reporting = false;
		}
	};
	const running = timer.start(() => void look(), every);
	return {
		stop() {
			stopped = true;
			running.stop();
		}
	};
}

const keyOf = (addresses: string[]): string => [...addresses].sort().join();

const warn = (error: unknown): void => process.emitWarning(error instanceof Error ? error : String(error));
