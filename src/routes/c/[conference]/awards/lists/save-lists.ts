/** Owns: giving the award lists to whoever is at the desk as a file; made on the device, also without a network. */
import { listSheets } from '$lib/core/awards/list-sheets';
import type { Link } from '$lib/client/link.svelte';
import { workbookFile } from './workbook';

export async function saveLists(link: Link): Promise<void> {
	const url = URL.createObjectURL(await workbookFile(listSheets(link.state, link.personal)));
	const anchor = document.createElement('a');
	anchor.href = url;
	anchor.download = 'ket-qua-trao-thuong.xlsx';
	anchor.click();
	// The browser has taken the file by the time it is let go.
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
