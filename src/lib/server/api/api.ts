/** Owns: the HTTP API under /api/v1, its limits, its errors and its OpenAPI document, generated from the schemas. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import type { Rejection } from '../../core/result';
import type { App } from '../app';
import { adminRoutes } from './admin-routes';
import { awardRoutes } from './award-routes';
import { refuse, type Api, type Env } from './base';
import { conferenceRoutes } from './conference-routes';
import { describe } from './describe';
import { doorRoutes } from './door-routes';
import { addExamples } from './examples';
import { mediaRoutes } from './media-routes';
import { peopleRoutes } from './people-routes';
import { sessionRoutes } from './session-routes';
import { tlsRoutes, type TlsInfo } from './tls-routes';

/** JSON bodies are small: the largest is a batch of fifty commands. Files have their own limit. */
const JSON_LIMIT = 1024 * 1024;
const BASE = '/api/v1';
/** Files, and pieces of files. */
const FILE_PATH = /^\/api\/v1\/conferences\/[^/]+\/(import(\/(preview|awards))?|media\/uploads\/[^/]+)$/;

/** @param sentence says a rejection in the office's language; the catalogue is the interface's */
export function createApi(app: App, tls: () => TlsInfo, sentence: (rejection: Rejection) => string): Api {
	const api: Api = new OpenAPIHono<Env>({
		defaultHook: (result, c) => {
			if (result.success) return undefined;
			const path = result.error.issues[0]?.path.join('.') ?? '';
			return refuse(c, { code: 'bad_shape', params: { path } });
		}
	}).basePath(BASE);

	api.use(compress());
	api.use(async (c, next) => {
		c.set('app', app);
		c.set('sentence', sentence);
		c.header('cache-control', 'no-store');
		await next();
	});
	const limit = bodyLimit({ maxSize: JSON_LIMIT, onError: (c) => refuse(c, { code: 'too_large' }) });
	api.use((c, next) => (FILE_PATH.test(c.req.path) ? next() : limit(c, next)));

	sessionRoutes(api);
	adminRoutes(api);
	conferenceRoutes(api);
	doorRoutes(api);
	peopleRoutes(api);
	awardRoutes(api);
	mediaRoutes(api);
	tlsRoutes(api, tls);

	api.get('/openapi.json', (c) => {
		const document = api.getOpenAPI31Document({
			openapi: '3.1.0',
			info: {
				title: 'Khánh Tiết',
				version: app.version,
				description:
					'All that a screen can do. Sign in by cookie, or send `Authorization: Bearer <token>`: an administrator’s token for every conference, a device’s token for one. Errors are `{error: {code, params}}`.'
			},
			servers: [{ url: '/' }]
		});
		describe(document);
		addExamples(document.paths ?? {}, BASE, sentence);
		return c.json(document);
	});

	api.notFound((c) => refuse(c, { code: 'not_found' }));
	api.onError((error, c) => {
		// Hono throws these for bodies that are no JSON, or do not say that they are; everything else is ours.
		if ('status' in error && (error.status === 400 || error.status === 415))
			return refuse(c, { code: 'bad_json' });
		console.error('[api]', c.req.method, c.req.path, error);
		return refuse(c, { code: 'unavailable' });
	});
	return api;
}
