/** Owns: the names of the roles. What each may see and do stands in `access/table.ts`. */
export const roles = [
	'admin',
	'reception',
	'usher',
	'stage',
	'awards',
	'mc',
	'chair',
	'reader',
	'presenter-1',
	'presenter-2',
	'marshal',
	'steward',
	'tech',
	'recorder',
	'security',
	'projector',
	'overlay',
	'board',
	'kiosk',
	'viewer',
	'delegate'
] as const;
export type Role = (typeof roles)[number];
export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);
