/** Owns: the colour of a conference's status. */
import type { ConferenceStatus } from '$lib/core/conference/model';
import type { BadgeTone } from '$lib/ui/tones';

const tones = {
	draft: 'neutral',
	published: 'blue',
	live: 'green',
	closed: 'gold'
} as const satisfies Record<ConferenceStatus, BadgeTone>;

export const statusTone = (status: ConferenceStatus): BadgeTone => tones[status];
