/** Owns: one phone at a desk: its page, its disk, its Wi-Fi, its wrong clock; reloaded, wiped and enrolled anew. */
import type { Raise } from './alarms';
import type { Chance } from './chance';
import { MemoryDisk } from './disk';
import type { Journal } from './journal';
import { Link } from './network';
import { Page } from './page';
import type { Disk, Ports } from './ports';
import { checkScreen } from './safety';
import type { Schedule } from './schedule';
import type { Server } from './server';

const DAY_MS = 24 * 3600_000;

export type DeviceSurroundings = {
	schedule: Schedule;
	chance: Chance;
	server: Server;
	ports: Ports;
	journal: Journal;
	raise: Raise;
};

export class Device {
	readonly disk: MemoryDisk;
	link: Link;
	page: Page | null = null;
	revoked = false;
	readonly #disk: Disk;
	readonly #around: DeviceSurroundings;
	/** ms by which its clock is wrong, and by how much more each ms. */
	readonly #skew: number;
	readonly #drift: number;
	readonly #since: number;
	#enrolments = 1;

	constructor(
		readonly name: string,
		around: DeviceSurroundings
	) {
		const { schedule, chance, ports } = around;
		this.#around = around;
		this.disk = new MemoryDisk(schedule, chance);
		this.#disk = ports.disk(this.disk);
		const wrongBy = chance.pick([2000, 3600_000, DAY_MS]) ?? 0;
		this.#skew = (2 * chance.next() - 1) * wrongBy;
		this.#drift = (2 * chance.next() - 1) * 1e-4;
		this.#since = schedule.now;
		this.link = this.#newLink();
	}

	get id(): string {
		return this.#enrolments === 1 ? this.name : `${this.name}-${this.#enrolments}`;
	}

	/** The organiser shuts it out; its page hands in what it did and forgets. */
	revoke(): void {
		this.revoked = true;
		this.#around.server.revoke(this.id);
	}

	open(): void {
		const { schedule, chance, ports, journal, raise } = this.#around;
		this.page = new Page({
			schedule,
			chance,
			link: this.link,
			disk: this.#disk,
			ports,
			device: this.id,
			wall: () => schedule.now + this.#skew + this.#drift * (schedule.now - this.#since),
			changed: (page, change) => checkScreen(page, change, journal, raise)
		});
		this.page.start();
	}

	/** The page, or the phone, goes off at once. */
	kill(): void {
		this.page?.kill();
		this.page = null;
		this.disk.cut();
	}

	/** Everything on it is gone; it comes back as another device. @param inLog whether the server has a fact */
	wipe(inLog: (id: string) => boolean): void {
		for (const deed of this.#around.journal.deeds)
			if (deed.device === this.id && !inLog(deed.command.id)) deed.excused = true;
		this.page?.kill();
		this.page = null;
		this.disk.wipe();
		this.#enrolments++;
		const { weather } = this.link;
		this.link.set('off');
		this.link = this.#newLink();
		this.link.set(weather);
	}

	#newLink(): Link {
		const { schedule, chance, server, ports } = this.#around;
		return new Link(this.id, schedule, chance, server, ports);
	}
}
