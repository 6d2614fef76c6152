/** Owns: what all API routes share: reading the caller, the two error shapes, the status of each rejection. */
import { z, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { roles } from '../../core/access/roles';
import type { Rejection, Result } from '../../core/result';
import { id } from '../../protocol/fields';
import type { App } from '../app';
import { LATE_FACTS_MS, type Revoked } from '../auth/devices';
import type { Principal } from '../auth/principal';
import type { ConferenceLog } from '../log/conference-log';

export type Env = {
	Variables: { app: App; sentence: (rejection: Rejection) => string };
	Bindings: { address: string; encrypted: boolean; direct: boolean };
};
export type Api = OpenAPIHono<Env>;
export type Ctx = Context<Env>;

export const errorSchema = z
	.object({
		error: z.object({
			code: z.string(),
			params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
			message: z.string().optional()
		})
	})
	.openapi('Error');

const statuses: Record<string, 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 416 | 422 | 507 | 429 | 503> =
	{
		not_signed_in: 401,
		wrong_password: 401,
		not_allowed: 403,
		device_pending: 403,
		device_revoked: 403,
		conference_unknown: 404,
		template_unknown: 404,
		device_unknown: 404,
		command_unknown: 404,
		delegate_unknown: 404,
		invitation_unknown: 404,
		enrolment_unknown: 404,
		admin_unknown: 404,
		invite_unknown: 404,
		token_unknown: 404,
		not_found: 404,
		enrolment_used: 410,
		enrolment_expired: 410,
		setup_link_used: 410,
		invitation_reissued: 410,
		name_taken: 409,
		last_admin: 409,
		id_taken: 409,
		import_bad_rows: 409,
		conference_closed: 409,
		too_large: 413,
		file_too_large: 413,
		medium_unknown: 404,
		medium_gone: 404,
		upload_unknown: 404,
		upload_offset: 409,
		upload_busy: 409,
		medium_playing: 409,
		upload_broken: 400,
		medium_too_large: 413,
		medium_type: 415,
		range_outside: 416,
		disk_full: 507,
		file_xls: 415,
		file_ods: 415,
		bad_json: 400,
		bad_shape: 400,
		too_many_tries: 429,
		unavailable: 503
	};

export const statusOf = (code: string) => statuses[code] ?? 422;

/** The code for programs, the sentence for the person who reads their log. */
export const refuse = (c: Ctx, rejection: Rejection) =>
	c.json({ error: { ...rejection, message: c.var.sentence(rejection) } }, statusOf(rejection.code) as 400);

/** All failures of a route in one line of its definition. */
export const failures = {
	default: {
		description:
			'Refused; `error.code` says why. 400 bad shape, 401 not signed in, 403 not allowed, 404 unknown, 409 conflict, 410 used up, 413 too large, 415 wrong file, 416 range outside, 422 refused by a rule, 429 too many tries, 503 try again, 507 disk full.',
		content: { 'application/json': { schema: errorSchema } }
	}
} satisfies RouteConfig['responses'];

export const jsonOf = <T extends z.ZodType>(schema: T, description: string) => ({
	200: { description, content: { 'application/json': { schema } } },
	...failures
});

export const body = <T extends z.ZodType>(schema: T) => ({
	body: { content: { 'application/json': { schema } }, required: true }
});

type Need = 'nothing' | 'person' | 'organiser' | 'conferenceAdmin' | 'ownRole' | 'anyRole';
/** Who may call a route, as the document says it; the routes themselves check. */
export const needs: Record<Need, { [scheme: string]: string[] }[]> = {
	nothing: [],
	/** A person who signed in: what a stolen token must not do. */
	person: [{ adminCookie: [] }],
	organiser: [{ adminCookie: [] }, { adminToken: [] }],
	/** An organiser, or a device or token of this conference with the role `admin`. */
	conferenceAdmin: [{ adminCookie: [] }, { adminToken: [] }, { deviceToken: [] }, { deviceCookie: [] }],
	/** As the role table says; whoever has no role of their own is refused. */
	ownRole: [{ adminCookie: [] }, { adminToken: [] }, { deviceToken: [] }, { deviceCookie: [] }],
	/** As the role table says; the public role needs nothing. */
	anyRole: [
		{ adminCookie: [] },
		{ adminToken: [] },
		{ deviceToken: [] },
		{ deviceCookie: [] },
		{ invitation: [] },
		{}
	]
};

export const conferenceParam = z.object({
	conference: id.openapi({ param: { name: 'conference', in: 'path' }, description: 'Conference id' })
});

export const asHeader = z.object({
	'kt-as': z
		.enum(roles)
		.optional()
		.openapi({ description: 'The role to act in, when the caller has several' })
});

const bearerOf = (c: Ctx): string | null => {
	const header = c.req.header('authorization') ?? '';
	return /^bearer /i.test(header) ? header.slice(7).trim() : null;
};

export async function adminOf(c: Ctx): Promise<Extract<Principal, { kind: 'admin' }> | null> {
	const all = await c.var.app.principals(c.req.header('cookie') ?? '', bearerOf(c));
	for (const principal of all) if (principal.kind === 'admin') return principal;
	return null;
}

/** An administrator who signed in, not a script in their name. */
export async function personOf(c: Ctx): Promise<Result<Extract<Principal, { kind: 'admin' }>>> {
	const admin = await adminOf(c);
	if (!admin) return { ok: false, rejection: { code: 'not_signed_in' } };
	return admin.token ? { ok: false, rejection: { code: 'not_allowed' } } : { ok: true, value: admin };
}

/** Who asks, in this conference. Codes: conference_unknown, not_signed_in, invitation_unknown, invitation_reissued. */
export function callerOf(c: Ctx, conference: string, as?: string): Promise<Result<Principal>> {
	const wanted = as ?? c.req.header('kt-as') ?? null;
	return c.var.app.identify({
		cookie: c.req.header('cookie') ?? '',
		bearer: bearerOf(c),
		invitation: c.req.header('kt-invitation') ?? null,
		conference,
		as: roles.find((role) => role === wanted) ?? null
	});
}

export type Entered =
	{ ok: true; log: ConferenceLog; principal: Principal } | { ok: false; rejection: Rejection };

/** The conference and its caller; with `admin`, an admin or a token of role admin only. */
export async function enter(
	c: Ctx,
	conference: string,
	need: 'any' | 'admin',
	as?: string
): Promise<Entered> {
	const caller = await callerOf(c, conference, as);
	if (!caller.ok) return caller;
	if (need === 'admin' && caller.value.role !== 'admin')
		return {
			ok: false,
			rejection: { code: caller.value.kind === 'public' ? 'not_signed_in' : 'not_allowed' }
		};
	const log = await c.var.app.conferences.get(conference);
	if (!log) return { ok: false, rejection: { code: 'conference_unknown' } };
	return { ok: true, log, principal: caller.value };
}

/** The caller's device that was revoked lately, with the conference: what it did before is still taken in. */
export async function revokedOf(
	c: Ctx,
	conference: string
): Promise<(Revoked & { log: ConferenceLog }) | null> {
	const wanted = c.req.header('kt-as') ?? null;
	const cookie = c.req.header('cookie') ?? '';
	const as = roles.find((role) => role === wanted) ?? null;
	const found = await c.var.app.revoked({ cookie, conference, as });
	if (found && c.var.app.now() - found.revokedAt > LATE_FACTS_MS) return null;
	const log = found && (await c.var.app.conferences.get(conference));
	return found && log ? { ...found, log } : null;
}
