/** Owns: which personal rows an event touches, so that a replica gets them together with the event. */
import { recipientId } from '../awards/model';
import type { LogEvent } from './event';

export function refsOf(event: LogEvent): string[] {
	switch (event.type) {
		case 'delegateAdded':
			return [`delegate:${event.payload.delegate.id}`];
		case 'delegatesImported':
			return event.payload.delegates.map((d) => `delegate:${d.id}`);
		// Of a re-issued invitation the new version's hash travels beside the person.
		case 'delegateEdited':
		case 'invitationReissued':
			return [`delegate:${event.payload.id}`];
		case 'substituted':
			return [`sub:${event.payload.substitution.id}`];
		case 'itemAdded':
			return [`item:${event.payload.item.id}`];
		// Removing an item forgets its row; replicas and other nodes must hear of that too.
		case 'itemEdited':
		case 'itemRemoved':
			return [`item:${event.payload.id}`];
		case 'deviceEnrolled':
		case 'deviceChanged':
			return [`device:${event.payload.id}`];
		case 'mediumAdded':
			return [`medium:${event.payload.medium.hash}`];
		case 'mediumRemoved':
			return [`medium:${event.payload.hash}`];
		case 'noteSent':
			return [`note:${event.payload.id}`];
		case 'cueSet':
			return [`cue:${event.payload.cue.id}`];
		case 'cueDropped':
			return [`cue:${event.payload.cue}`];
		case 'cueAlerted':
			return [`cue:${event.payload.id}`];
		case 'cuePresetsSet':
			return ['cue:presets'];
		case 'cueAnswered':
			return event.payload.replied ? [`reply:${event.command}`] : [];
		case 'awardDecisionSet':
		case 'awardAmended': {
			const { decision, recipients } = event.payload;
			return [`award:${decision.id}`, ...recipients.map((row) => `recipient:${recipientId(row)}`)];
		}
		case 'wavesArranged':
			return (event.payload.stands ?? []).map(({ recipient }) => `behalf:${recipient}`);
		case 'handsListed':
			return [`hands:${event.payload.item}`];
		case 'minuteWritten':
			return [`minutes:${event.payload.written.note}`];
		default:
			return [];
	}
}
