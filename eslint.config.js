/**
 * Lint: the floors first. Code imports downwards only (docs/architecture.md); each fence says why it stands.
 * Rules that need types are left to svelte-check, which runs beside this.
 */
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { resolve, relative, dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-eslint';

const src = fileURLToPath(new URL('./src', import.meta.url));

/**
 * For each floor what it may import of ours, as folders below src/, and why nothing else.
 * `npm` lists the packages it may use, where that is limited. Tests beside the code may also import vitest and fast-check.
 */
const floors = [
	{
		folder: 'lib/core',
		may: ['lib/core'],
		npm: ['@noble/hashes'],
		because: 'core is pure: it runs the same in the browser, on the server and in a replay'
	},
	{
		folder: 'lib/protocol',
		may: ['lib/core', 'lib/protocol', 'lib/sync'],
		npm: ['zod'],
		because: 'the wire is shared by server and browser, so it may know neither'
	},
	{
		folder: 'lib/sync',
		may: ['lib/core', 'lib/protocol', 'lib/sync'],
		npm: ['zod'],
		because: 'the replica is pure and shared by server and browser'
	},
	{
		folder: 'lib/server',
		may: ['lib/core', 'lib/protocol', 'lib/sync', 'lib/server'],
		because: 'the server knows no browser code and no page'
	},
	{
		folder: 'lib/client',
		may: ['lib/core', 'lib/protocol', 'lib/sync', 'lib/client'],
		because: 'server code in a browser bundle ships its secrets'
	},
	{
		folder: 'lib/ui',
		may: ['lib/core', 'lib/protocol', 'lib/ui'],
		because: 'components get props and give callbacks; data comes from the page'
	},
	{
		folder: 'routes',
		may: ['lib/core', 'lib/protocol', 'lib/sync', 'lib/client', 'lib/ui', 'routes'],
		serverMay: ['lib/server'],
		because: 'only *.server.ts, +server.ts and hooks may touch the server: a page would ship it'
	}
];

const SERVER_FILE = /(\.server\.ts|[\\/]\+server\.ts|[\\/]hooks\.server\.ts)$/;
const TEST_FILE = /\.test\.ts$/;
const TEST_PACKAGES = ['vitest', 'fast-check'];

/** @param {string} path below src/ @param {string} folder */
const within = (path, folder) => path === folder || path.startsWith(`${folder}/`);

/** @type {import('eslint').Rule.RuleModule} */
const floorRule = {
	meta: {
		type: 'problem',
		schema: [],
		messages: { fence: '{{floor}} may not import "{{source}}": {{because}}.' }
	},
	create(context) {
		const file = relative(src, context.filename).split(sep).join('/');
		const floor = floors.find(({ folder }) => within(file, folder));
		if (!floor) return {};
		const isTest = TEST_FILE.test(file);
		const may = SERVER_FILE.test(context.filename) ? [...floor.may, ...(floor.serverMay ?? [])] : floor.may;

		/** @param {string} source */
		const allowed = (source) => {
			const ours = source.startsWith('$lib/')
				? `lib/${source.slice('$lib/'.length)}`
				: source.startsWith('.')
					? relative(src, resolve(dirname(context.filename), source))
							.split(sep)
							.join('/')
					: null;
			if (ours !== null) {
				// A test may use what stands in tests/ (a database, fixtures); code may not.
				if (ours.startsWith('../')) return isTest || ours.endsWith('package.json');
				return ours.endsWith('.css') || may.some((folder) => within(ours, folder));
			}
			if (isTest && (TEST_PACKAGES.includes(source) || source.startsWith('node:'))) return true;
			return (
				floor.npm === undefined || floor.npm.some((name) => source === name || source.startsWith(`${name}/`))
			);
		};

		/** @param {import('eslint').Rule.Node} node @param {unknown} source */
		const look = (node, source) => {
			if (typeof source !== 'string' || allowed(source)) return;
			context.report({
				node,
				messageId: 'fence',
				data: { floor: floor.folder, source, because: floor.because }
			});
		};
		return {
			ImportDeclaration: (node) => look(node, node.source.value),
			ExportNamedDeclaration: (node) => look(node, node.source?.value),
			ExportAllDeclaration: (node) => look(node, node.source.value),
			ImportExpression: (node) => look(node, node.source.type === 'Literal' ? node.source.value : undefined),
			TSImportType: (node) => look(node, node.source.value)
		};
	}
};

export default defineConfig(
	{
		ignores: [
			'build',
			'build-*',
			'.svelte-kit',
			'node_modules',
			'data',
			'media',
			'static',
			'tests/.out',
			'drizzle'
		]
	},
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		plugins: { house: { rules: { floors: floorRule } } },
		rules: {
			'house/floors': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			// An error that nobody sees is found on the day.
			'no-empty': ['error', { allowEmptyCatch: false }],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }
			],
			'@typescript-eslint/no-unused-expressions': [
				'error',
				{ allowShortCircuit: false, allowTernary: false }
			],
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-async-promise-executor': 'error',
			'no-control-regex': 'off',
			'no-cond-assign': 'error',
			'no-constant-binary-expression': 'error',
			'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
			'no-debugger': 'error',
			'no-dupe-else-if': 'error',
			'no-dupe-keys': 'error',
			'no-duplicate-case': 'error',
			'no-fallthrough': 'error',
			'no-irregular-whitespace': 'error',
			'no-loss-of-precision': 'error',
			'no-misleading-character-class': 'error',
			'no-self-assign': 'error',
			'no-self-compare': 'error',
			'no-sparse-arrays': 'error',
			'no-unreachable': 'error',
			'no-unsafe-finally': 'error',
			'no-unsafe-optional-chaining': 'error',
			'no-unused-labels': 'error',
			'no-useless-catch': 'error',
			'no-useless-escape': 'error',
			'require-yield': 'error',
			'use-isnan': 'error',
			'valid-typeof': 'error',
			'no-var': 'error',
			'prefer-const': 'error',
			'max-lines': ['warn', { max: 400 }],
			// TypeScript knows what exists; the rule does not know Svelte's runes and DOM types.
			'no-undef': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
		rules: {
			// The application is served at the root of its host; plain addresses are the readable ones.
			'svelte/no-navigation-without-resolve': 'off',
			'svelte/no-at-html-tags': 'error',
			'prefer-const': 'off'
		}
	},
	{
		// Browser globals are a compile error in core already (its own tsconfig); clock and chance are not.
		files: ['src/lib/core/**/*.ts', 'src/lib/sync/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-properties': [
				'error',
				{
					object: 'Date',
					property: 'now',
					message: 'Time is an argument: a replay must give the same state.'
				},
				{
					object: 'Math',
					property: 'random',
					message: 'Chance is an argument: a replay must give the same state.'
				}
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: "NewExpression[callee.name='Date'][arguments.length=0]",
					message: 'Time is an argument: a replay must give the same state.'
				}
			]
		}
	}
);
