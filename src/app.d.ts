import type { App as KhanhTiet } from '$lib/server/app';

declare global {
	namespace App {
		interface Locals {
			app: KhanhTiet;
			api: (request: Request) => Promise<Response>;
		}
	}
	/** Hash of the reducer's sources, put in by the build. */
	const __KT_REDUCER__: string;
}
