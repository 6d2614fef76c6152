/** A replica over a real socket that keeps count: of messages, of gaps. It pulls nothing unless it is told to. */
import { io as connect, type Socket } from 'socket.io-client';
import type { Role } from '../../src/lib/core/access/roles';
import type { ReplicaMessage, ReplicaSnapshot } from '../../src/lib/core/log/message';
import { PROTOCOL } from '../../src/lib/protocol/version';
import { fromSnapshot, take, type Replica } from '../../src/lib/sync/replica';
import type { TestNode } from './node';

export class Watcher {
	messages = 0;
	gaps = 0;
	readonly closed: Promise<unknown>;
	#waiting: { upTo: number; done: () => void }[] = [];

	private constructor(
		readonly role: Role,
		readonly secret: string,
		readonly socket: Socket,
		public replica: Replica
	) {
		this.closed = new Promise((resolve) => socket.once('disconnect', resolve));
		socket.on('replica', (message: ReplicaMessage) => this.#take(message));
	}

	/** From a fresh snapshot, or from what was held before a disconnect. */
	static async open(
		node: TestNode,
		conference: string,
		role: Role,
		secret: string,
		held?: Replica
	): Promise<Watcher> {
		const snapshot = async (): Promise<Replica> => {
			const { json } = await node.call(`/conferences/${conference}/replica`, { token: secret });
			return fromSnapshot(json as ReplicaSnapshot);
		};
		const replica = held ?? (await snapshot());
		const socket = connect(node.base, {
			transports: ['websocket'],
			reconnection: false,
			forceNew: true,
			auth: { protocol: PROTOCOL, conference, bearer: secret, epoch: replica.epoch, upTo: replica.upTo }
		});
		// Listening before it is connected: the first message may come with the connection.
		const watcher = new Watcher(role, secret, socket, replica);
		// The tail since the snapshot has come when the first beat has.
		await new Promise((resolve, fail) => {
			socket.once('beat', resolve);
			socket.once('connect_error', fail);
		});
		return watcher;
	}

	#take(message: ReplicaMessage): void {
		this.messages++;
		const taken = take(this.replica, message);
		if (taken.kind === 'gap') this.gaps++;
		if (taken.kind === 'applied') this.replica = taken.replica;
		this.#waiting = this.#waiting.filter((one) => {
			if (this.replica.upTo < one.upTo && taken.kind !== 'gap') return true;
			one.done();
			return false;
		});
	}

	/** Resolves when the replica is there, or a gap has shown that it will not come by itself. */
	reached(upTo: number): Promise<void> {
		if (this.replica.upTo >= upTo) return Promise.resolve();
		return new Promise((done) => this.#waiting.push({ upTo, done }));
	}

	async pull(): Promise<ReplicaMessage> {
		return (await this.socket.emitWithAck('pull', [this.replica.epoch, this.replica.upTo])) as ReplicaMessage;
	}

	close(): void {
		this.socket.disconnect();
	}
}
