/** Owns: putting the app on the home screen, where the browser lets a page offer it. */
import { createContext } from 'svelte';

/** Chromium's own; not in the standard, hence not in the types. */
type InstallOffer = Event & { prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }> };
const isOffer = (event: Event): event is InstallOffer => 'prompt' in event;

export class Installation {
	installed = $state(matchMedia('(display-mode: standalone)').matches);
	#offer = $state.raw<InstallOffer | null>(null);

	/** The browser says once, and early, that it would install; the root layout listens from the start. */
	constructor() {
		addEventListener('beforeinstallprompt', (event) => {
			if (!isOffer(event)) return;
			// Not now: the person at the door has other things to do. The connection card has the button.
			event.preventDefault();
			this.#offer = event;
		});
		addEventListener('appinstalled', () => (this.installed = true));
	}

	/** Whether `install` can do anything here. */
	get offered(): boolean {
		return this.#offer !== null;
	}

	async install(): Promise<void> {
		const offer = this.#offer;
		this.#offer = null;
		if (offer && (await offer.prompt()).outcome === 'accepted') this.installed = true;
	}
}

/** `provideInstallation(new Installation())` in the root layout, `useInstallation()` below it. */
export const [useInstallation, provideInstallation] = createContext<Installation>();
