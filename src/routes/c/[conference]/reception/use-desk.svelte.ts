/** Owns: which dialog of a reception screen is open, and the parts of the screen that come after its first load. */
import type { DoorVerdict } from '$lib/core/admissions/verdict';
import type { Via } from '$lib/core/admissions/model';
import type { DelegateId } from '$lib/core/delegates/model';
import { Later } from '$lib/ui/later.svelte';

/** What a dialog was asked about. It keeps this itself: a green card goes by itself while people still talk. */
export type Holding = {
	verdict: DoorVerdict;
	via: Via;
	/** The admission made on that invitation, taken back by every answer; null when there was none. */
	taken: string | null;
};

export type DeskDialog =
	| { kind: 'walkIn' }
	| ({ kind: 'substitute' } & Holding)
	/** The invitation of a card is not the holder's. */
	| ({ kind: 'holder' } & Holding)
	/** What else can be noted of somebody who is here. */
	| { kind: 'person'; delegate: DelegateId; admission: string }
	| { kind: 'review' }
	| { kind: 'rollCall' }
	/** Camera, sound, storage, Wi-Fi: the tests of this device. */
	| { kind: 'connection' };

export class Desk {
	dialog = $state.raw<DeskDialog | null>(null);
	/** People admitted twice whom nobody has looked at yet. */
	conflicts = $state(0);
	readonly ask = new Later(() => import('./AskSheet.svelte'));
	readonly form = new Later(() => import('./PersonForm.svelte'));
	readonly against = new Later(() => import('./AgainstKeys.svelte'));
	readonly cameras = new Later(() => import('./CameraChoice.svelte'));
	readonly holder = new Later(() => import('./HolderDialog.svelte'));
	readonly person = new Later(() => import('./PersonSheet.svelte'));
	readonly review = new Later(() => import('./ReviewDialog.svelte'));
	readonly search = new Later(() => import('./SearchPanel.svelte'));
	readonly units = new Later(() => import('./UnitPanel.svelte'));
	readonly detail = new Later(() => import('./CountsDetail.svelte'));
	readonly rollCall = new Later(() => import('../_shared/arrivals/RollCallDialog.svelte'));
	readonly connection = new Later(() => import('../../../_connection/ConnectionDialog.svelte'));
	/** What a card adds to its verdict. */
	readonly notes = new Later(() => import('./card-notes').then(({ cardNotes }) => ({ default: cardNotes })));
	/** The small map of a card, and the seat for whoever has none. */
	readonly seat = new Later(() => import('./CardSeat.svelte'));
	readonly recent = new Later(() => import('./Recent.svelte'));

	close = (): void => {
		this.dialog = null;
	};

	/** What a phone without a service worker must hold before the Wi-Fi dies, the likeliest first. */
	get parts(): (() => Promise<unknown>)[] {
		return [
			() => this.search.need(),
			() => this.recent.need(),
			() => this.notes.need(),
			() => this.seat.need(),
			() => this.units.need(),
			() => this.against.need(),
			() => this.ask.need(),
			() => this.form.need(),
			() => this.holder.need(),
			() => this.person.need(),
			() => this.review.need(),
			() => this.cameras.need(),
			() => this.detail.need(),
			() => this.rollCall.need(),
			() => this.connection.need(),
			() => import('$lib/client/scan/photo').catch((error: unknown) => console.warn('part', error))
		];
	}
}
