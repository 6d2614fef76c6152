/** Owns: opening another role's screen on the organisers' own machine. Each screen needs an enrolled device. */
import { roleTable } from '$lib/core/access/table';
import type { Role } from '$lib/core/access/roles';
import { call } from '$lib/client/http';
import { rejectText, t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/refusals';
import '$lib/ui/i18n/use/admin';
import { useToasts } from '$lib/ui/toasts.svelte';
import { Session } from '../../../use-session.svelte';

/** Screens that need no device: the public page, and the organisers' own. */
const open = new Set<Role>(['viewer', 'admin']);

export function useOpenScreen(conference: string) {
	const toasts = useToasts();
	const session = new Session();
	let opening = $state<Role | null>(null);

	/** A device of this browser is used again; otherwise this browser becomes one, by a link used at once. */
	async function addressOf(role: Role): Promise<string | null> {
		if (open.has(role)) return `/c/${conference}/${roleTable[role].screen}`;
		const me = await session.load();
		const mine = me?.devices.find((d) => d.conference === conference && d.role === role && !d.pending);
		if (mine) return `/c/${conference}/${mine.screen}`;
		const offer = await call<{ secret: string }>(`/conferences/${conference}/enrolments`, {
			body: { name: t('overview.thisMachine'), role, desk: null, kind: 'day' },
			as: 'admin'
		});
		if (offer.ok) return `/e#${offer.value.secret}`;
		toasts.show(rejectText(offer.rejection), { tone: 'error' });
		return null;
	}

	return {
		get opening() {
			return opening;
		},
		async open(role: Role): Promise<void> {
			// Opened before anything is awaited, or the browser takes it for an unwanted window.
			const tab = window.open('about:blank', '_blank');
			opening = role;
			const address = await addressOf(role);
			opening = null;
			if (!address) tab?.close();
			else if (tab) tab.location.href = location.origin + address;
			else location.href = address;
		}
	};
}
