/**
 * Owns: the 150 invented delegates of the demonstration (plan 000, xã Trùng Khánh). Nobody here exists: names are
 * combined from common parts, telephones lie in one block that is visibly made up. The same list every time.
 */
import type { ImportedDelegate } from '../../delegates/import-rows';
import { trungKhanh } from '../templates/trung-khanh';
import { posts, recipients, type Post, type Recipient, type RecipientKind } from './posts';

export type DemoAward = {
	recipient: RecipientKind;
	/** Who the certificate names; the delegate receives it. */
	recipientName: string;
	/** 1-based place in the order of presenting: collectives, households, individuals. */
	position: number;
};
export type DemoDelegate = ImportedDelegate & {
	/** 1-based group of the plan; null for guests from the province, whom the plan does not list. */
	groupOrder: number | null;
	award: DemoAward | null;
};

const AWARD_FORM = 'Giấy khen của Chủ tịch UBND xã';

const FAMILY_M = [
	'Nông Văn',
	'Hoàng Văn',
	'Bế Ích',
	'Lục Văn',
	'Đàm Quang',
	'Triệu Đức',
	'Nguyễn Hữu',
	'Lý Văn',
	'Mã Thế'
];
const FAMILY_F = [
	'Nông Thị',
	'Hoàng Thị',
	'Bế Thị',
	'Lục Thị',
	'Đàm Thị',
	'Triệu Thị',
	'Nguyễn Thị',
	'Lý Thị',
	'Hứa Thị'
];
const GIVEN_M = [
	'Thành',
	'Đức',
	'Cường',
	'Hiếu',
	'Tuấn',
	'Sơn',
	'Khánh',
	'Phúc',
	'Dũng',
	'Thái',
	'Hùng',
	'Quyết',
	'Vinh'
];
const GIVEN_F = [
	'Hường',
	'Lan',
	'Duyên',
	'Hòa',
	'Thảo',
	'Mỵ',
	'Ngọc',
	'Bích',
	'Tuyết',
	'Hạnh',
	'Phượng',
	'Yến',
	'Nhung'
];

/** Women's and men's names alternate irregularly; the steps share no factor with the lists, so pairs repeat late. */
function dealName(at: number, female: boolean): string {
	const [family, given] = female ? [FAMILY_F, GIVEN_F] : [FAMILY_M, GIVEN_M];
	return `${family[(at * 4 + 1) % family.length] ?? ''} ${given[(at * 5 + 3) % given.length] ?? ''}`;
}

/** All 150, in the plan's order of groups; `row` is the row they would have in a sheet with one heading line. */
export function demoDelegates(): DemoDelegate[] {
	const awards = recipients();
	let awarded = 0;
	return posts().map((post, at): DemoDelegate => {
		const female =
			post.honorific === 'Bà' || (post.honorific !== 'Ông' && post.honorific !== 'Anh' && at % 5 < 2);
		const name = post.name ?? dealName(at, female);
		const recipient = post.group === 8 ? awards[awarded] : undefined;
		if (recipient) awarded++;
		return {
			row: at + 2,
			honorific: post.honorific ?? (female ? 'Bà' : 'Ông'),
			name,
			title: post.title,
			unit: post.unit,
			groupText: post.group === null ? '' : (trungKhanh.groups[post.group - 1]?.text ?? ''),
			groupId: null,
			phone: post.honorific === 'Em' ? '' : `0900000${String(at + 1).padStart(3, '0')}`,
			birthYear: birthYearOf(post, at),
			kind: post.group === null ? 'guest' : 'official',
			vip: post.vip ?? false,
			awardForm: recipient ? AWARD_FORM : null,
			invitationNumber: `GM-${String(at + 1).padStart(3, '0')}`,
			note: '',
			groupOrder: post.group,
			award: recipient
				? {
						recipient: recipient.kind,
						recipientName: recipientName(recipient, name, post),
						position: awarded
					}
				: null
		};
	});
}

function birthYearOf(post: Post, at: number): number {
	if (post.honorific === 'Em') return 2009;
	if (post.title.startsWith('Mẹ Việt Nam')) return 1931;
	return (post.title.startsWith('Nguyên') ? 1955 : 1966) + ((at * 11) % 27);
}

function recipientName(recipient: Recipient, name: string, post: Post): string {
	if (recipient.kind === 'collective') return recipient.unit;
	if (recipient.kind === 'household')
		return `Hộ gia đình ${(post.honorific ?? '').toLowerCase()} ${name}, ${recipient.unit.replace(/^Xóm/, 'xóm')}`;
	return [post.honorific, name].filter(Boolean).join(' ');
}
