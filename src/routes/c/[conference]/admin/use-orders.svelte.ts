/** Owns: sending an order and saying in words what became of it. */
import type { CommandMap, CommandType } from '$lib/core/log/command';
import { useLink } from '$lib/client/link.svelte';
import { rejectText } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/refusals';
import { useToasts } from '$lib/ui/toasts.svelte';

/** @returns a sender; it resolves to true when the order was accepted, and shows `done` then */
export function useOrders() {
	const link = useLink();
	const toasts = useToasts();
	return async <T extends CommandType>(type: T, payload: CommandMap[T], done?: string): Promise<boolean> => {
		// A draft held in $state is a proxy, which the socket cannot send.
		const result = await link.order(type, $state.snapshot(payload) as CommandMap[T]);
		if (!result.ok) toasts.show(rejectText(result.rejection), { tone: 'error' });
		else if (done) toasts.show(done);
		return result.ok;
	};
}
