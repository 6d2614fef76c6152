/** Owns: English for `vi/mc.ts`. */
import type { mc as vi } from '../vi/mc';

export const mc = {
	'mc.title': 'MC’s text',
	'mc.current': 'Now',
	'mc.next': 'Next item',
	'mc.offline': 'NO CONNECTION – follow the paper script, page {page}',
	'mc.offlineNoPage': 'NO CONNECTION – follow the paper script',
	'mc.list': 'Introduction list (frozen {time}, delegates: {count})',
	'mc.listOpen': 'Introduction list (delegates: {count}, not frozen)',
	'mc.listAdditional': 'Late introductions: {count}',
	'mc.freezeList': 'Freeze the introduction list',
	'mc.introduced': 'Introduced',
	'mc.onBehalfOf': 'From {unit}, we respectfully introduce:',
	'mc.waveCall.collectives':
		'We respectfully invite the following collectives to the stage to receive {award}:',
	'mc.waveCall.households':
		'We respectfully invite the following households to the stage to receive {award}:',
	'mc.waveCall.individuals':
		'We respectfully invite the following individuals to the stage to receive {award}:',
	'mc.conferrerCall': 'We respectfully invite {person} to present the awards.',
	'mc.textSize': 'Text size',
	'mc.noText': 'This item has no text yet. Please follow the paper script.'
} satisfies Record<keyof typeof vi, string>;
