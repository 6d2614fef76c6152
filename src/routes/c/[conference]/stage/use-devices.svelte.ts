/** Owns: how the devices of the conference are connected, read now and then while somebody looks. */
import { call } from '$lib/client/http';
import { isRole, type Role } from '$lib/core/access/roles';

export type DeviceLine = {
	id: string;
	name: string;
	role: Role;
	desk: string | null;
	connected: boolean;
	lastSeen: number | null;
};

const EVERY_MS = 10_000;

export class Devices {
	/** Null until the first answer. */
	list = $state.raw<DeviceLine[] | null>(null);
	/** The last reading failed; `list` is what was known before. */
	failed = $state(false);
	readonly #conference: string;

	constructor(conference: string) {
		this.#conference = conference;
	}

	/** Reads at once and then every ten seconds, until the returned function is called. */
	watch(): () => void {
		void this.#read();
		const timer = setInterval(() => void this.#read(), EVERY_MS);
		return () => clearInterval(timer);
	}

	async #read(): Promise<void> {
		const got = await call<unknown>(`/conferences/${this.#conference}/devices`, { as: 'stage' });
		this.failed = !got.ok;
		if (got.ok && Array.isArray(got.value)) this.list = got.value.flatMap(toLine);
	}
}

function toLine(row: unknown): DeviceLine[] {
	if (!row || typeof row !== 'object') return [];
	const read = (field: string): unknown => Reflect.get(row, field);
	const [id, name, role, desk] = ['id', 'name', 'role', 'desk'].map(read);
	const [status, connected, lastSeen] = ['status', 'connected', 'lastSeen'].map(read);
	if (typeof id !== 'string' || typeof role !== 'string' || !isRole(role) || status !== 'active') return [];
	return [
		{
			id,
			name: typeof name === 'string' ? name : '',
			role,
			desk: typeof desk === 'string' ? desk : null,
			connected: connected === true,
			lastSeen: typeof lastSeen === 'number' ? lastSeen : null
		}
	];
}
