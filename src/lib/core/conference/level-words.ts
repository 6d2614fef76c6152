/** Owns: how a level of a plan is called in a sentence. */

/** "Cấp cơ sở (xã, phường, …)" is "Cấp cơ sở". */
export const shortLevel = (name: string): string => name.replace(/\s*\(.*$/su, '');
