/** Owns: the English catalogue: every Vietnamese key, nothing more. */
import type { Catalogue } from './i18n';
import { distinctAreas } from './distinct-areas';
import { admin } from './en/admin';
import { common } from './en/common';
import { connect } from './en/connect';
import { devices } from './en/devices';
import { mc } from './en/mc';
import { organise } from './en/organise';
import { projector } from './en/projector';
import { publicArea } from './en/public';
import { reception } from './en/reception';
import { reject } from './en/reject';
import { roles } from './en/roles';
import { screen } from './en/screen';
import { stage } from './en/stage';

/** The areas side by side, for the check that no key stands in two of them. */
export const enAreas = distinctAreas([
	admin,
	common,
	connect,
	devices,
	mc,
	organise,
	projector,
	publicArea,
	reception,
	reject,
	roles,
	screen,
	stage
]);

export const en = {
	...admin,
	...common,
	...connect,
	...devices,
	...mc,
	...organise,
	...projector,
	...publicArea,
	...reception,
	...reject,
	...roles,
	...screen,
	...stage
} satisfies Catalogue;
