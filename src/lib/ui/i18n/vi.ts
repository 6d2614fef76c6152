/** Owns: the Vietnamese catalogue; its keys are the type of every message key. */
import { distinctAreas } from './distinct-areas';
import { admin } from './vi/admin';
import { arrivals } from './vi/arrivals';
import { awards } from './vi/awards';
import { common } from './vi/common';
import { connect } from './vi/connect';
import { cueDesk } from './vi/cue-desk';
import { cues } from './vi/cues';
import { devices } from './vi/devices';
import { finder } from './vi/finder';
import { frames } from './vi/frames';
import { guide } from './vi/guide';
import { hall } from './vi/hall';
import { hands } from './vi/hands';
import { kinds } from './vi/kinds';
import { mc } from './vi/mc';
import { media } from './vi/media';
import { organise } from './vi/organise';
import { papers } from './vi/papers';
import { projector } from './vi/projector';
import { publicArea } from './vi/public';
import { reception } from './vi/reception';
import { refusals } from './vi/refusals';
import { reject } from './vi/reject';
import { roleScreens } from './vi/role-screens';
import { roles } from './vi/roles';
import { screen } from './vi/screen';
import { seats } from './vi/seats';
import { security } from './vi/security';
import { stage } from './vi/stage';
import { waves } from './vi/waves';
import { work } from './vi/work';

/** The areas side by side: a key that stands in two of them does not compile. */
export const viAreas = distinctAreas([
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

export const vi = {
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
} as const;
