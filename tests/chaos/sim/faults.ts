/** Owns: what goes wrong in a day, and that all of it is well again after `heal`. */
import type { Chance } from './chance';
import type { Device } from './device';
import type { Weather } from './network';
import type { Schedule } from './schedule';
import { STAGES, type Server } from './server';
import type { MemoryStore } from './store';

const FAULTS = {
	weather: 40,
	dies: 10,
	diesAtStage: 14,
	database: 6,
	busy: 6,
	disk: 6,
	reload: 16,
	wipe: 1,
	revoke: 2,
	stale: 8
};
const WEATHERS: Record<Weather, number> = { fair: 1, poor: 4, hole: 3, up: 2, down: 2, off: 4 };

export class Faults {
	#healed = false;

	constructor(
		private readonly schedule: Schedule,
		private readonly chance: Chance,
		private readonly devices: readonly Device[],
		private readonly server: Server,
		private readonly store: MemoryStore
	) {
		server.onDeath = () => {
			store.cut();
			this.#for(100, 3000, () => server.start());
		};
		this.#next();
	}

	heal(): void {
		this.#healed = true;
		this.server.diesAt = null;
		this.server.busy = 0;
		this.store.broken = 0;
		this.server.start();
		for (const device of this.devices) {
			device.disk.failing = 0;
			device.link.heal();
			if (!device.page) device.open();
		}
	}

	#next(): void {
		this.schedule.after(this.chance.between(200, 2500), () => {
			if (this.#healed) return;
			this.#happen();
			this.#next();
		});
	}

	/** Something that ends by itself, or by healing. */
	#for(least: number, most: number, end: () => void): void {
		this.schedule.after(this.chance.between(least, most), () => {
			if (!this.#healed) end();
		});
	}

	#happen(): void {
		const { chance, server, store } = this;
		const device = chance.pick(this.devices);
		if (!device) return;
		const fault = chance.weighed(FAULTS);
		switch (fault) {
			case 'weather': {
				const { link } = device;
				link.set(chance.weighed(WEATHERS));
				return this.#for(500, 15_000, () => link.set(chance.happens(0.5) ? 'fair' : 'poor'));
			}
			case 'dies':
				return server.die();
			case 'diesAtStage':
				server.diesAt = chance.pick(STAGES) ?? null;
				return;
			case 'database':
				store.broken = 0.4;
				return this.#for(500, 4000, () => (store.broken = 0));
			case 'busy':
				server.busy = 0.4;
				return this.#for(500, 4000, () => (server.busy = 0));
			case 'disk':
				device.disk.failing = 0.3;
				return this.#for(500, 4000, () => (device.disk.failing = 0));
			case 'reload':
				device.kill();
				return this.#for(20, 2000, () => device.page ?? device.open());
			case 'revoke':
				// Somebody must go on.
				if (this.devices.filter(({ revoked }) => !revoked).length > 2 && server.log) device.revoke();
				return;
			case 'wipe': {
				if (device.revoked) return;
				const inLog = new Set(store.log.map(({ command }) => command));
				device.wipe((id) => inLog.has(id));
				return this.#for(20, 2000, () => device.page ?? device.open());
			}
			case 'stale':
				device.page?.roster();
				return;
			default:
				fault satisfies never;
		}
	}
}
