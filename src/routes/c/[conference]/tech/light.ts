/** Owns: which standing advice for the light belongs to an item. Pure. */

const BY_KIND: Partial<Record<string, 'flag' | 'film' | 'award' | 'show'>> = {
	chao_co: 'flag',
	phong_su: 'film',
	khen_thuong: 'award',
	van_nghe: 'show'
};

export const lightFor = (kinds: readonly string[]): 'flag' | 'film' | 'award' | 'show' | 'spoken' =>
	kinds.map((kind) => BY_KIND[kind]).find(Boolean) ?? 'spoken';
