/**
 * Owns: what the OpenAPI document says beyond the routes: every command type from the schema that reads it, the shapes
 * of slices, views and events, and the ways to say who one is.
 */
import { z } from 'zod';
import { maySend, slicesOf, viewsOf } from '../../core/access/table';
import { roles, type Role } from '../../core/access/roles';
import { commandTypes } from '../../core/log/decide';
import type { CommandType } from '../../core/log/command';
import { isFactType } from '../../core/log/facts';
import { initialState, sliceNames, typesOf, type SliceName } from '../../core/log/slices';
import { viewNames, views, type ViewName, type ViewReader } from '../../core/views/registry';
import { payloads } from '../../protocol/commands';
import type { Api } from './base';

type Document = ReturnType<Api['getOpenAPI31Document']>;
type Json = { [key: string]: unknown };

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const pascal = (name: string): string =>
	name.replace(/(?:^|[.-])(\w)/g, (_, letter: string) => letter.toUpperCase());
const listed = (those: readonly Role[]): string => those.join(', ') || 'none';

/** @returns the JSON schema of what a client sends, without the dialect line that belongs to whole documents */
function schemaOf(type: CommandType): Json {
	const { $schema: _dialect, ...schema } = z.toJSONSchema(payloads[type], {
		io: 'input',
		unrepresentable: 'any'
	});
	return schema;
}

function commandSchemas(): Json {
	const named: Json = {};
	const mapping: Record<string, string> = {};
	for (const type of commandTypes) {
		const senders = roles.filter((role) => maySend(role, type));
		// Made by the server's own routes only, after their own checks.
		if (!senders.length) continue;
		const name = `Command${pascal(type)}`;
		mapping[type] = ref(name).$ref;
		const nature = isFactType(type)
			? 'A fact: it happened; queued, sent when possible, never refused for what another device did.'
			: 'An order: online only, never queued.';
		named[name] = {
			type: 'object',
			description: `${nature} Roles: ${listed(senders)}.`,
			properties: {
				id: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$', description: 'Made by the client, once' },
				type: { type: 'string', const: type },
				payload: schemaOf(type)
			},
			required: ['id', 'type', 'payload'],
			additionalProperties: false
		};
	}
	const union = Object.values(mapping).map(($ref) => ({ $ref }));
	return {
		...named,
		Command: {
			description: 'One command; `type` says which. Each of a batch is read and answered for itself.',
			oneOf: union,
			discriminator: { propertyName: 'type', mapping }
		}
	};
}

const sliceWords: Record<SliceName, string> = {
	conference: 'Settings, status, checklist, desks and devices of the conference.',
	programme: 'The items in order, what runs, since when, and what was spent.',
	cues: 'Notes to screens with their answers, and the scene that the stage put on the projector.',
	cuePlan:
		'Cues as changed against the programme’s own, what became of each, silent reports, whose lines an MC reads.',
	roster: 'Who is invited, by id: kind, unit, group, rank. Names stand in `personal`.',
	admissions: 'Who came, left and came back, per admission; scans that failed.',
	welcome:
		'What a desk noted beside admissions: lounge, companions, documents, heads of delegations without names.',
	composition:
		'Totals per unit of women, ethnic minorities and the like: for the attendance report, never per person.',
	introduction: 'The introduction list: closed or not, and who was introduced.',
	seating: 'The hall and who sits where.',
	awards: 'Award decisions and their recipients, by wave and place.',
	hands: 'Shows of hands by item: length of the list, result with its frozen base, corrections.',
	minutes: 'The recorder’s notes by id: when, under which item. The text stands in `personal`.',
	media:
		'Films, music and photos by hash, what they are attached to, what plays since when, and what projectors have ready.'
};
const viewWords: Record<ViewName, string> = {
	mc: 'What the MC reads: item, script, who speaks, the introduction list, notes.',
	chair: 'The same for the chair, without the script.',
	crew: 'What a helper of the stage sees: item, next item, notes to the role.',
	steward: 'Which important delegates have come, where and whether to the lounge, and who is awaited.',
	security: 'Silent reports, important arrivals one by one, and numbers of the larger delegations; no list.',
	reader: 'The wave in hand for the reader of the decision: its people, who calls, the wave after it.',
	presenter1: 'The pile of frames of the first presenter, top to bottom, and the next frame.',
	presenter2: 'The same for the second presenter.',
	marshal: 'The queues at the wings in the order of walking up, with who stands there.',
	projector: 'What hangs on the wall.',
	tech: 'What is to be played, what plays, which projectors have it ready, and how far the troupes are.',
	overlay: 'The line of the broadcast: who speaks, or who is being handed an award.',
	public: 'The programme for everybody.',
	finder: 'For the board in the lobby: names, units and seats, and the drawing of the hall.',
	delegate: 'One delegate’s own page: person, seat, whether admitted.'
};

/** Top level only, read from a value: what lies deeper is in the examples and in `src/lib/core`. */
function shapeOf(value: unknown, description: string): Json {
	const fields = value && typeof value === 'object' ? Object.entries(value) : [];
	return {
		type: 'object',
		description,
		properties: Object.fromEntries(fields.map(([field, held]) => [field, kindOf(held)])),
		required: fields.filter(([, held]) => held !== undefined).map(([field]) => field)
	};
}
function kindOf(value: unknown): Json {
	if (Array.isArray(value)) return { type: 'array', items: {} };
	// What is empty at first may hold anything later.
	if (value === null || value === undefined) return {};
	return { type: typeof value };
}

function stateSchemas(): Json {
	const named: Json = {};
	for (const name of sliceNames) {
		const holders = roles.filter((role) => slicesOf(role)?.includes(name));
		named[`Slice${pascal(name)}`] = shapeOf(
			initialState[name],
			`${sliceWords[name]} Held by: ${listed(holders)}.`
		);
	}
	named['ReplicaState'] = {
		type: 'object',
		description: 'The slices of the caller’s role; the others are absent.',
		properties: Object.fromEntries(sliceNames.map((name) => [name, ref(`Slice${pascal(name)}`)])),
		additionalProperties: false
	};
	const nobody: ViewReader = { role: 'viewer', device: null, delegate: null };
	for (const name of viewNames) {
		const readers = roles.filter((role) => viewsOf(role).includes(name));
		const seen = views[name](initialState, () => undefined, nobody);
		named[`View${pascal(name)}`] = shapeOf(seen, `${viewWords[name]} For: ${listed(readers)}.`);
	}
	named['Event'] = {
		type: 'object',
		description: 'One entry of the log. The payload belongs to `type` and `v`; a meaning never changes.',
		properties: {
			seq: { type: 'integer', description: 'Without gaps in a conference' },
			epoch: { type: 'integer' },
			type: { type: 'string', enum: [...typesOf(sliceNames)].sort() },
			v: { type: 'integer' },
			at: { type: 'integer', description: 'ms since 1970, the server’s' },
			actor: { type: 'object', description: '`{kind, id, role}`: ids, never a name' },
			command: { type: 'string', description: 'Id of the command that caused it' },
			payload: { type: 'object' }
		},
		required: ['seq', 'epoch', 'type', 'v', 'at', 'actor', 'command', 'payload']
	};
	return named;
}

const securitySchemes = {
	adminCookie: {
		type: 'apiKey',
		in: 'cookie',
		name: 'kt_admin',
		description: 'A signed-in administrator: `POST /session`.'
	},
	adminToken: {
		type: 'http',
		scheme: 'bearer',
		bearerFormat: 'kta_…',
		description: 'A script in an administrator’s name, for every conference: `POST /admin-tokens`.'
	},
	deviceCookie: {
		type: 'apiKey',
		in: 'cookie',
		name: 'kt_d_{device}',
		description: 'An enrolled browser, one cookie a device: `POST /enrol`.'
	},
	deviceToken: {
		type: 'http',
		scheme: 'bearer',
		description: 'A script of one conference, in one role: `POST /conferences/{conference}/devices`.'
	},
	invitation: {
		type: 'apiKey',
		in: 'header',
		name: 'kt-invitation',
		description: 'A delegate’s 39 digits.'
	}
} as const;

/** Completes the document in place. */
export function describe(document: Document): void {
	const components = (document.components ??= {});
	Object.assign((components.securitySchemes ??= {}), securitySchemes);
	const schemas: Json = (components.schemas ??= {});
	Object.assign(schemas, commandSchemas(), stateSchemas());
	refine(schemas, 'Commands', 'commands', (array) => ({ ...array, items: ref('Command') }));
	refine(schemas, 'ReplicaSnapshot', 'state', () => ref('ReplicaState'));
	refine(schemas, 'ReplicaMessage', 'events', (array) => ({ ...array, items: ref('Event') }));
	refine(schemas, 'View', 'view', () => ({ anyOf: viewNames.map((name) => ref(`View${pascal(name)}`)) }));
}

/** Puts a better schema in the place of one property. A schema that went would be a mistake here: it throws. */
function refine(schemas: Json, name: string, property: string, better: (old: Json) => Json): void {
	const schema = schemas[name];
	const properties = isJson(schema) ? schema['properties'] : null;
	if (!isJson(properties)) throw new Error(`OpenAPI: no schema ${name}`);
	const old = properties[property];
	properties[property] = better(isJson(old) ? old : {});
}
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
