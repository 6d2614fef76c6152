/** A TCP proxy that can swallow everything while all its connections stay open: bad Wi-Fi as it really is. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type BlackHole = {
	port: number;
	/** From now on nothing passes in either direction, and nothing is closed. */
	swallow(): void;
	/** Old connections are cut (their packets are lost for good), new ones pass. */
	heal(): void;
	close(): Promise<void>;
};

export async function blackHole(target: number): Promise<BlackHole> {
	let swallowing = false;
	const pairs = new Set<[Socket, Socket]>();
	const server = createServer((near) => {
		const far = connect(target, '127.0.0.1');
		const pair: [Socket, Socket] = [near, far];
		pairs.add(pair);
		const pass = (to: Socket) => (chunk: Buffer) => {
			if (!swallowing) to.write(chunk);
		};
		near.on('data', pass(far));
		far.on('data', pass(near));
		for (const [one, other] of [pair, [far, near]] as [Socket, Socket][]) {
			one.on('error', () => other.destroy());
			one.on('close', () => {
				// While swallowing not even a farewell arrives.
				if (!swallowing) other.destroy();
				pairs.delete(pair);
			});
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		swallow() {
			swallowing = true;
		},
		heal() {
			swallowing = false;
			for (const pair of pairs) for (const socket of pair) socket.destroy();
		},
		close() {
			for (const pair of pairs) for (const socket of pair) socket.destroy();
			return new Promise((resolve) => server.close(() => resolve()));
		}
	};
}
