/** Owns: ids made on the device. `randomUUID` needs HTTPS; `getRandomValues` does not. */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(12));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_');
}
