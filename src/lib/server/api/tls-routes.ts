/** Owns: what a phone needs to trust this machine on the LAN. Public by nature: certificates are. */
import { createRoute, z } from '@hono/zod-openapi';
import { failures, jsonOf, refuse, type Api, needs } from './base';

export type TlsInfo = {
	fingerprint: string;
	caDer: Uint8Array;
	mobileconfig: string;
	httpUrls: string[];
	httpsUrls: string[];
} | null;

export function tlsRoutes(api: Api, info: () => TlsInfo): void {
	api.openapi(
		createRoute({
			method: 'get',
			path: '/tls',
			security: needs.nothing,
			summary: 'Addresses of this server and the fingerprint of its certificate authority',
			responses: jsonOf(
				z.object({
					available: z.boolean(),
					fingerprint: z.string(),
					httpUrls: z.array(z.string()),
					httpsUrls: z.array(z.string()),
					caUrl: z.string(),
					profileUrl: z.string()
				}),
				'How to connect'
			)
		}),
		(c) => {
			const tls = info();
			return c.json(
				{
					available: tls !== null,
					fingerprint: tls?.fingerprint ?? '',
					httpUrls: tls?.httpUrls ?? [],
					httpsUrls: tls?.httpsUrls ?? [],
					caUrl: '/api/v1/tls/ca.crt',
					profileUrl: '/api/v1/tls/ca.mobileconfig'
				},
				200
			);
		}
	);
	const download = (path: string, summary: string, type: string) =>
		createRoute({
			method: 'get',
			path,
			security: needs.nothing,
			summary,
			responses: {
				200: { description: 'The file', content: { [type]: { schema: z.string() } } },
				...failures
			}
		});
	api.openapi(
		download('/tls/ca.crt', 'Our certificate authority, for Android', 'application/x-x509-ca-cert'),
		(c) => {
			const tls = info();
			if (!tls) return refuse(c, { code: 'not_found' });
			return new Response(new Uint8Array(tls.caDer), {
				headers: {
					'content-type': 'application/x-x509-ca-cert',
					'content-disposition': 'attachment; filename="khanh-tiet.crt"'
				}
			}) as never;
		}
	);
	api.openapi(
		download(
			'/tls/ca.mobileconfig',
			'Our certificate authority, as a profile for iOS',
			'application/x-apple-aspen-config'
		),
		(c) => {
			const tls = info();
			if (!tls) return refuse(c, { code: 'not_found' });
			return new Response(tls.mobileconfig, {
				headers: {
					'content-type': 'application/x-apple-aspen-config',
					'content-disposition': 'attachment; filename="khanh-tiet.mobileconfig"'
				}
			}) as never;
		}
	);
}
