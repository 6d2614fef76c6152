/** Owns: English for `vi/admin.ts`. */
import type { admin as vi } from '../vi/admin';

export const admin = {
	'admin.title': 'Organisers',
	'admin.conferences': 'Conferences',
	'admin.conference.new': 'Create a conference',
	'admin.delegates': 'Delegates',
	'admin.programme': 'Programme',
	'admin.awards': 'Awards',
	'admin.seating': 'Seating',
	'admin.devices': 'Devices',
	'admin.report': 'Report',
	'admin.import': 'Import a list from Excel',
	'admin.signIn': 'Sign in',
	'admin.signOut': 'Sign out',
	'admin.password': 'Password',
	'admin.rehearsal': 'Rehearsal',
	'admin.rehearsalBanner': 'REHEARSAL – the real day is not affected',
	'admin.audit': 'Audit log',
	'admin.purge': 'Delete personal data',
	'admin.empty.conferences': 'No conference yet',
	'admin.empty.conferencesHint': 'Start from a template or paste the text of the plan.',
	'admin.empty.delegates': 'No delegates yet',
	'admin.empty.delegatesHint': 'Import the office’s Excel list, or add people one by one.',

	'import.row': 'Row {row}',
	'import.good': 'Rows that can be imported: {count}',
	'import.toCheck': 'Rows to check: {count}',
	'import.no_name': 'The name is missing',
	'import.name_not_a_name': 'The name cell does not look like a name: “{value}”',
	'import.duplicate_row': 'Identical to row {other}',
	'import.same_name': 'Same name as row {other} – check unit and year of birth',
	'import.phone_odd': 'Odd phone number: “{value}”',
	'import.birth_year_odd': 'Odd year of birth: “{value}”',
	'import.too_long': 'The cell “{column}” is too long (at most {max} characters)',
	'import.footer_skipped': 'Last lines of the table skipped (totals, distribution list, signature)',
	'import.unknown_group': 'There is no delegate group “{value}” yet – choose or create one'
} satisfies Record<keyof typeof vi, string>;
