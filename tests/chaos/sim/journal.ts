/**
 * Owns: the journals beside the devices: what each clerk did, when it truly was, and whether the card was shown. Kept
 * outside of the product, so that nothing the product loses is lost here.
 */
import type { Command } from '../../../src/lib/core/log/command';

export type Deed = {
	/** The device's id in the log. */
	device: string;
	command: Command;
	/** Whom it is about; null for a failed scan. */
	delegate: string | null;
	/** The admission it takes back or ends. */
	names: string | null;
	trueAt: number;
	/** How far its corrected time may be off, ms; null: the device did not know the server's clock. */
	clockError: number | null;
	/** The card was shown: the device said that it is kept. */
	shown: boolean;
	/** Its phone was wiped before the server had it. */
	excused: boolean;
	/** The server refuses it for its own sake. */
	poisoned: boolean;
};

export class Journal {
	readonly deeds: Deed[] = [];
	/** Admissions that somebody took back, from the moment they did. */
	readonly takenBack = new Set<string>();
	/** Whom an admission is of, by its id. */
	readonly delegateOf = new Map<string, string>();
	readonly #cards = new Map<string, Map<string, Deed[]>>();

	/** Written when the clerk acts. */
	made(deed: Deed): void {
		this.deeds.push(deed);
		const { command, delegate, names } = deed;
		if (command.type === 'door.undo' && names) this.takenBack.add(names);
		else if (delegate && !names) this.delegateOf.set(command.id, delegate);
	}

	/** Written when the card is shown. */
	shown(deed: Deed): void {
		deed.shown = true;
		if (!deed.delegate || deed.names) return;
		let cards = this.#cards.get(deed.device);
		if (!cards) this.#cards.set(deed.device, (cards = new Map()));
		cards.set(deed.delegate, [...(cards.get(deed.delegate) ?? []), deed]);
	}

	/** Green cards that this device showed, by person. */
	cardsOf(device: string): ReadonlyMap<string, readonly Deed[]> {
		return this.#cards.get(device) ?? new Map<string, Deed[]>();
	}
}

/** Whom a fact is about, also an undo. */
export function delegateOfFact(command: Command, journal: Journal): string | null {
	switch (command.type) {
		case 'door.admit':
		case 'door.substitute':
			return command.payload.delegate;
		case 'door.walkIn':
			return command.payload.delegate.id;
		case 'door.undo':
		case 'door.exit':
			return journal.delegateOf.get(command.payload.admission) ?? null;
		default:
			return null;
	}
}
