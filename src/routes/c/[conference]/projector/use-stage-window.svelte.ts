/** Owns: the projector's window: full screen, hidden pointer, the screen's shape, and the room's own choice of ground. */
import type { Shape } from './ground';

const IDLE_MS = 3000;
const THEMES = [null, 'maket', 'ivory'] as const;
type Theme = (typeof THEMES)[number];
const KEY = 'kt.projector.theme';

export class StageWindow {
	/** The pointer moved just now: buttons are shown. */
	awake = $state(true);
	full = $state(false);
	theme = $state<Theme>(null);
	/** Of the screen the window stands on; dragged to another one it is read anew. */
	shape = $state.raw<Shape>(shapeNow());
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor() {
		const kept = localStorage.getItem(KEY);
		this.theme = THEMES.find((one) => one !== null && one === kept) ?? null;
	}

	/** @returns how to stop */
	start = (): (() => void) => {
		const resized = () => (this.shape = shapeNow());
		const changed = () => {
			this.full = document.fullscreenElement !== null;
			resized();
		};
		document.addEventListener('fullscreenchange', changed);
		addEventListener('resize', resized);
		this.touch();
		return () => {
			document.removeEventListener('fullscreenchange', changed);
			removeEventListener('resize', resized);
			clearTimeout(this.#timer);
		};
	};

	touch = (): void => {
		this.awake = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => (this.awake = false), IDLE_MS);
	};

	toggleFull = async (): Promise<void> => {
		try {
			if (document.fullscreenElement) await document.exitFullscreen();
			else await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
		} catch (error) {
			// iPhones have no full screen; the page fills what there is.
			console.warn('full screen', error);
		}
	};

	nextTheme = (): void => {
		this.theme = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length] ?? null;
		if (this.theme === null) localStorage.removeItem(KEY);
		else localStorage.setItem(KEY, this.theme);
	};
}

const shapeNow = (): Shape => ({ width: screen.width, height: screen.height });
