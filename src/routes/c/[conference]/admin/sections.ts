/** Owns: the sections of the organisers' screen, their addresses and icons. */
import type { IconName } from '$lib/ui/icons';

export const sections = [
	{ id: 'tong-quan', key: 'admin.overview', icon: 'flag' },
	{ id: 'thong-tin', key: 'admin.settings', icon: 'settings' },
	{ id: 'chuong-trinh', key: 'admin.programme', icon: 'list' },
	{ id: 'dai-bieu', key: 'admin.delegates', icon: 'people' },
	{ id: 'hoi-truong', key: 'admin.hall', icon: 'projector' },
	{ id: 'xep-cho', key: 'admin.seats', icon: 'seat' },
	{ id: 'don-tiep', key: 'admin.arrivals', icon: 'check' },
	{ id: 'khen-thuong', key: 'admin.awards', icon: 'medal' },
	{ id: 'hieu-lenh', key: 'admin.cues', icon: 'sound' },
	{ id: 'phim-nhac', key: 'admin.media', icon: 'play' },
	{ id: 'giay-moi', key: 'admin.invitations', icon: 'qr' },
	{ id: 'thiet-bi', key: 'admin.devices', icon: 'phone' },
	{ id: 'chuan-bi', key: 'admin.preparation', icon: 'clock' },
	{ id: 'phan-cong', key: 'admin.duties', icon: 'message' }
] as const satisfies readonly { id: string; key: string; icon: IconName }[];

export type SectionId = (typeof sections)[number]['id'];
