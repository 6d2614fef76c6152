import { describe, expect, it } from 'vitest';
import { commandTypes, isFact } from './decide';
import { isFactType } from './facts';

describe('facts', () => {
	it('LOG-16: devices replay every fact and no order', () => {
		expect(commandTypes.filter(isFactType)).toEqual(commandTypes.filter(isFact));
	});
});
