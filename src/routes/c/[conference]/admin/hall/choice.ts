/** Owns: what a list of choices gave back, as one of the choices; the usual one is kept unwritten. */

/** @returns undefined for the usual choice and for what is none */
export const choice = <T extends string>(choices: readonly T[], value: string, usual: T): T | undefined =>
	choices.find((one) => one === value && one !== usual);
