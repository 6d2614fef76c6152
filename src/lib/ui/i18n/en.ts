/** Owns: the English catalogue: every Vietnamese key, nothing more. */
import type { Catalogue } from './i18n';
import { distinctAreas } from './distinct-areas';
import { admin } from './en/admin';
import { arrivals } from './en/arrivals';
import { awards } from './en/awards';
import { common } from './en/common';
import { connect } from './en/connect';
import { cueDesk } from './en/cue-desk';
import { cues } from './en/cues';
import { devices } from './en/devices';
import { finder } from './en/finder';
import { frames } from './en/frames';
import { guide } from './en/guide';
import { hall } from './en/hall';
import { hands } from './en/hands';
import { kinds } from './en/kinds';
import { mc } from './en/mc';
import { media } from './en/media';
import { organise } from './en/organise';
import { papers } from './en/papers';
import { projector } from './en/projector';
import { publicArea } from './en/public';
import { reception } from './en/reception';
import { refusals } from './en/refusals';
import { reject } from './en/reject';
import { roleScreens } from './en/role-screens';
import { roles } from './en/roles';
import { screen } from './en/screen';
import { seats } from './en/seats';
import { security } from './en/security';
import { stage } from './en/stage';
import { waves } from './en/waves';
import { work } from './en/work';

/** The areas side by side, for the check that no key stands in two of them. */
export const enAreas = distinctAreas([
	admin,
	arrivals,
	awards,
	common,
	connect,
	cueDesk,
	cues,
	devices,
	finder,
	frames,
	guide,
	hall,
	hands,
	kinds,
	mc,
	media,
	organise,
	papers,
	projector,
	publicArea,
	reception,
	refusals,
	reject,
	roleScreens,
	roles,
	screen,
	seats,
	security,
	stage,
	waves,
	work
]);

export const en = {
	...admin,
	...arrivals,
	...awards,
	...common,
	...connect,
	...cueDesk,
	...cues,
	...devices,
	...finder,
	...frames,
	...guide,
	...hall,
	...hands,
	...kinds,
	...mc,
	...media,
	...organise,
	...papers,
	...projector,
	...publicArea,
	...reception,
	...refusals,
	...reject,
	...roleScreens,
	...roles,
	...screen,
	...seats,
	...security,
	...stage,
	...waves,
	...work
} satisfies Catalogue;
