/** Owns: English for `vi/work.ts`. */
import type { work as vi } from '../vi/work';

export const work = {
	'common.save': 'Save',
	'common.saved': 'Saved',
	'common.back': 'Back',
	'common.apply': 'Apply',
	'common.delete': 'Delete',
	'common.edit': 'Edit',
	'common.undo': 'Undo',
	'common.nothingFound': 'Nothing found for “{query}”',
	'common.chooseFile': 'Choose a file',
	'common.people': 'People: {count}',
	'common.delegates': 'Delegates: {count}',
	'verdict.green': 'Fine',
	'verdict.amber': 'Take note',
	'verdict.blue': 'Already done',
	'verdict.red': 'Needs a person'
} satisfies Record<keyof typeof vi, string>;
