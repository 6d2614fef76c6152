/** Owns: the real server and its real database in a folder of their own, and killing them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProduct, type Product } from '../../support/product';

export const VICTIMS = ['node', 'postgres', 'both'] as const;
export type Victim = (typeof VICTIMS)[number];

export class Hall {
	private constructor(
		readonly dataDir: string,
		readonly conference: string,
		readonly bearers: readonly string[],
		public product: Product
	) {}

	/** The sample conference, with so many reception devices enrolled. */
	static async open(dataDir: string, devices: number): Promise<Hall> {
		const product = await startProduct({ demo: true, dataDir });
		const [, secret] = product.link('admin').split('#');
		const enrolled = await post(product.base, '/enrol', { secret }, {});
		const { conference } = (await enrolled.json()) as { conference: string };
		const cookie = enrolled.headers
			.getSetCookie()
			.map((one) => one.split(';')[0])
			.join('; ');
		const bearers: string[] = [];
		for (let i = 0; i < devices; i++) {
			const body = { name: `Bàn ${i + 1}`, role: 'reception' };
			const as = { cookie, 'kt-as': 'admin' };
			const issued = await post(product.base, `/conferences/${conference}/devices`, body, as);
			bearers.push(((await issued.json()) as { secret: string }).secret);
		}
		return new Hall(dataDir, conference, bearers, product);
	}

	get base(): string {
		return this.product.base;
	}

	/** kill -9, and a start by hand where the product does not start itself. */
	async kill(victim: Victim): Promise<void> {
		if (victim !== 'node') process.kill(this.#postmaster().pid, 'SIGKILL');
		if (victim === 'postgres') return;
		await this.product.kill('SIGKILL');
		const port = Number(new URL(this.base).port);
		this.product = await startProduct({ dataDir: this.dataDir, port });
	}

	/** Of the application's database, for comparing by SQL. */
	get databaseUrl(): string {
		const password = readFileSync(join(this.dataDir, 'postgres/password'), 'utf8').trim();
		return `postgres://postgres:${password}@127.0.0.1:${this.#postmaster().port}/khanhtiet`;
	}

	stop(): Promise<void> {
		return this.product.stop();
	}

	#postmaster(): { pid: number; port: number } {
		const lines = readFileSync(join(this.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n');
		return { pid: Number(lines[0]), port: Number(lines[3]) };
	}
}

async function post(
	base: string,
	path: string,
	body: object,
	headers: Record<string, string>
): Promise<Response> {
	const response = await fetch(`${base}/api/v1${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body)
	});
	if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
	return response;
}
