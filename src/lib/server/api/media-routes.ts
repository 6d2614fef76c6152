/** Owns: taking films, music and photos in piece by piece, and handing them out by range. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Medium } from '../../core/media/model';
import { id, ms } from '../../protocol/fields';
import * as media from '../../protocol/media';
import { beginUpload, progressOf, readableMedium, removeMedium, takePiece, uploadOf } from '../media/service';
import { bytesOf, spanOf } from '../media/range';
import {
	asHeader,
	body,
	conferenceParam,
	enter,
	failures,
	jsonOf,
	needs,
	refuse,
	type Api,
	type Entered,
	type Ctx
} from './base';

const mediumSchema = media.medium.openapi('Medium');
const progressSchema = z
	.object({
		offset: z.number().openapi({ description: 'Bytes that are here: where the next piece begins' }),
		medium: mediumSchema.nullable().openapi({ description: 'With the last piece: what the file became' })
	})
	.openapi('UploadProgress');
const uploadParam = conferenceParam.extend({
	upload: id.openapi({ param: { name: 'upload', in: 'path' }, description: 'Id of the upload' })
});
const hashParam = conferenceParam.extend({
	hash: id.openapi({ param: { name: 'hash', in: 'path' }, description: 'SHA-256 of the bytes, hex' })
});
/** An image or film that is opened by itself runs nothing and embeds nothing, whatever its bytes say elsewhere. */
const HARMLESS = "default-src 'none'; media-src 'self'; img-src 'self'; sandbox";

export function mediaRoutes(api: Api): void {
	api.openapi(
		createRoute({
			method: 'post',
			path: '/conferences/{conference}/media',
			security: needs.ownRole,
			summary: 'Begin to upload a film, music or a photo; its bytes follow in pieces of at most 8 MiB',
			request: { params: conferenceParam, headers: asHeader, ...body(media.upload) },
			responses: jsonOf(
				z.object({ upload: z.string(), offset: z.number() }),
				'Where the pieces go; an upload that nobody went on with for an hour is forgotten'
			)
		}),
		async (c) => {
			const entered = await enterAs(c, c.req.valid('param').conference);
			if (!entered.ok) return refuse(c, entered.rejection);
			const begun = await beginUpload(c.var.app.media, entered.log, entered.principal, c.req.valid('json'));
			return begun.ok ? c.json({ upload: begun.value, offset: 0 }, 200) : refuse(c, begun.rejection);
		}
	);

	api.openapi(
		createRoute({
			method: 'get',
			path: '/conferences/{conference}/media/uploads/{upload}',
			security: needs.ownRole,
			summary: 'How much of an upload is here: after a broken line or a restart it goes on from there',
			request: { params: uploadParam, headers: asHeader },
			responses: jsonOf(progressSchema, 'So far')
		}),
		async (c) => {
			const { conference, upload } = c.req.valid('param');
			const entered = await enterAs(c, conference);
			if (!entered.ok) return refuse(c, entered.rejection);
			const found = await progressOf(c.var.app.media, entered.log, entered.principal, upload);
			return found.ok ? c.json(found.value, 200) : refuse(c, found.rejection);
		}
	);

	api.openapi(
		createRoute({
			method: 'post',
			path: '/conferences/{conference}/media/uploads/{upload}',
			security: needs.ownRole,
			summary: 'The next piece of an upload; the last one makes it a medium of the conference',
			request: {
				params: uploadParam,
				headers: asHeader,
				query: z.object({ offset: z.coerce.number().pipe(ms.min(0)).default(0) }),
				body: {
					content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } }
				}
			},
			responses: jsonOf(progressSchema, 'So far, and the medium when it is whole')
		}),
		async (c) => {
			const { conference, upload } = c.req.valid('param');
			const entered = await enterAs(c, conference);
			if (!entered.ok) return refuse(c, entered.rejection);
			const taken = await takePiece(c.var.app, entered.log, entered.principal, {
				id: upload,
				offset: c.req.valid('query').offset,
				body: c.req.raw.body
			});
			return taken.ok ? c.json(taken.value, 200) : refuse(c, taken.rejection);
		}
	);

	api.openapi(
		createRoute({
			method: 'delete',
			path: '/conferences/{conference}/media/uploads/{upload}',
			security: needs.ownRole,
			summary: 'Give an upload up',
			request: { params: uploadParam, headers: asHeader },
			responses: jsonOf(z.object({ ok: z.literal(true) }), 'Nothing of it is left')
		}),
		async (c) => {
			const { conference, upload } = c.req.valid('param');
			const entered = await enterAs(c, conference);
			if (!entered.ok) return refuse(c, entered.rejection);
			const found = await uploadOf(c.var.app.media, entered.log, entered.principal, upload);
			if (!found.ok) return refuse(c, found.rejection);
			await c.var.app.media.drop(upload);
			return c.json({ ok: true as const }, 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'delete',
			path: '/conferences/{conference}/media/{hash}',
			security: needs.ownRole,
			summary: 'Take a medium out of the conference, and from whatever it was attached to',
			request: { params: hashParam, headers: asHeader },
			responses: jsonOf(z.object({ ok: z.literal(true) }), 'Removed')
		}),
		async (c) => {
			const { conference, hash } = c.req.valid('param');
			const entered = await enterAs(c, conference);
			if (!entered.ok) return refuse(c, entered.rejection);
			const gone = await removeMedium(c.var.app, entered.log, entered.principal, hash);
			return gone.ok ? c.json({ ok: true as const }, 200) : refuse(c, gone.rejection);
		}
	);

	api.openapi(
		createRoute({
			method: 'get',
			path: '/conferences/{conference}/media/{hash}',
			security: needs.ownRole,
			summary: 'The bytes of a medium, whole or one range of them (HEAD too)',
			request: {
				params: hashParam,
				headers: asHeader.extend({ range: z.string().optional(), 'if-range': z.string().optional() }),
				query: z.object({
					as: asHeader.shape['kt-as'].openapi({ description: 'The role, where no header can be sent' })
				})
			},
			responses: {
				200: { description: 'All bytes', content: binary },
				206: { description: 'The range that was asked for', content: binary },
				304: { description: 'The caller has it already' },
				416: { description: 'The range lies outside the file; the answer is an error as below' },
				...failures
			}
		}),
		async (c) => {
			const { conference, hash } = c.req.valid('param');
			const entered = await enterAs(c, conference, c.req.valid('query').as);
			if (!entered.ok) return refuse(c, entered.rejection);
			const medium = readableMedium(entered.log, entered.principal, hash);
			return medium.ok ? send(c, medium.value) : refuse(c, medium.rejection);
		}
	);
}
/** Films and photos are nothing for passers-by, whatever the conference shows them. */
async function enterAs(c: Ctx, conference: string, as?: string): Promise<Entered> {
	const entered = await enter(c, conference, 'any', as);
	if (entered.ok && entered.principal.kind === 'public')
		return { ok: false, rejection: { code: 'not_signed_in' } };
	return entered;
}

const binary = { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } };

async function send(c: Ctx, { hash, type }: Medium) {
	const found = await c.var.app.media.find(hash);
	if (!found) return refuse(c, { code: 'medium_gone' });
	const { path, size } = found;
	const etag = `"${hash}"`;
	c.header('content-type', type);
	c.header('etag', etag);
	c.header('accept-ranges', 'bytes');
	// The name is the content: what a device has once is right for ever, and nobody else's cache may keep it.
	c.header('cache-control', 'private, max-age=31536000, immutable');
	c.header('vary', 'cookie, authorization, kt-as');
	c.header('x-content-type-options', 'nosniff');
	c.header('content-disposition', 'inline');
	c.header('content-security-policy', HARMLESS);
	c.header('cross-origin-resource-policy', 'same-origin');
	if ((c.req.header('if-none-match') ?? '').split(/\s*,\s*/).includes(etag)) return c.body(null, 304);
	const condition = c.req.header('if-range');
	const span = condition === undefined || condition === etag ? spanOf(c.req.header('range'), size) : 'whole';
	if (span === 'none') {
		c.header('content-range', `bytes */${size}`);
		return refuse(c, { code: 'range_outside' });
	}
	const { from, to } = span === 'whole' ? { from: 0, to: size - 1 } : span;
	if (span !== 'whole') c.header('content-range', `bytes ${from}-${to}/${size}`);
	c.header('content-length', String(to - from + 1));
	const status = span === 'whole' ? 200 : 206;
	return c.req.raw.method === 'HEAD' ? c.body(null, status) : c.body(bytesOf(path, { from, to }), status);
}
