/** Floor of `seats`: sorting the same people in the order in which the plan serves them. */

/**
 * @param {readonly { id: string, order: number }[]} people in any order
 * @returns {string[]}
 */
export const sortPeople = (people) =>
	[...people].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
