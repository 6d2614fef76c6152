/** What a lectern shows only sometimes and only with a server; one file, so that a first load stays small. */
export { default as Above } from './Above.svelte';
export { default as FreezeKey } from './FreezeKey.svelte';
