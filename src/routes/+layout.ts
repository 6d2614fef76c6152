import { loadLocale, storedLocale } from '$lib/ui/i18n/i18n';

// Every screen lives on the device and must open without a network, so nothing is rendered on the server.
export const ssr = false;
export const prerender = false;

export async function load() {
	// Without a network the English words may be out of reach; Vietnamese is always here.
	await loadLocale(storedLocale()).catch(() => loadLocale('vi'));
}
