/** Owns: copying a text. The clipboard interface needs HTTPS; over plain HTTP the old way still works. */
export async function copyText(text: string): Promise<boolean> {
	if (navigator.clipboard) {
		const done = await navigator.clipboard.writeText(text).then(
			() => true,
			() => false
		);
		if (done) return true;
	}
	const area = document.createElement('textarea');
	area.value = text;
	area.style.position = 'fixed';
	area.style.opacity = '0';
	// Inside an open dialog everything else is inert and cannot be selected.
	(document.querySelector('dialog[open]') ?? document.body).append(area);
	area.select();
	const done = document.execCommand('copy');
	area.remove();
	return done;
}
