/**
 * Owns: what a kiosk does with a code: asks the server about this one invitation, shows it for some seconds, forgets
 * it. A kiosk holds no list, so without the server it can only send people to the desk.
 */
import type { Greeting } from '$lib/core/admissions/greeting';
import { nothingSeen, withSeen, type SeenCodes } from '$lib/core/admissions/door';
import { call } from '$lib/client/http';
import type { WatchLink } from '$lib/client/watch-link.svelte';

export type KioskScene =
	{ kind: 'ready' } | { kind: 'looking' } | { kind: 'greeting'; greeting: Greeting } | { kind: 'offline' };

/** Long enough to read a seat aloud, short enough that the next person does not see it. */
const SHOWN_MS = 9000;
const TROUBLE_MS = 6000;

export class Greetings {
	scene = $state.raw<KioskScene>({ kind: 'ready' });
	readonly #link: WatchLink;
	#seen: SeenCodes = nothingSeen;
	#timer: ReturnType<typeof setTimeout> | null = null;

	constructor(link: WatchLink) {
		this.#link = link;
	}

	/** A code was read; the same one counts again after it was away. */
	async scan(text: string): Promise<void> {
		const { seen, fresh } = withSeen(this.#seen, text, performance.now());
		this.#seen = seen;
		if (!fresh || this.scene.kind === 'looking') return;
		this.#show({ kind: 'looking' }, null);
		const got = await call<Greeting>(`/conferences/${this.#link.conference}/greet`, {
			as: this.#link.role,
			body: { scan: text },
			timeoutMs: 5000
		});
		if (got.ok) this.#show({ kind: 'greeting', greeting: got.value }, SHOWN_MS);
		else this.#show({ kind: 'offline' }, TROUBLE_MS);
	}

	close(): void {
		if (this.#timer) clearTimeout(this.#timer);
	}

	#show(scene: KioskScene, forMs: number | null): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.scene = scene;
		this.#timer = forMs === null ? null : setTimeout(() => (this.scene = { kind: 'ready' }), forMs);
	}
}
