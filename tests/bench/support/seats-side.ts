/** What the bench of seats measures, bundled as one module: the plan, its scores, and conferences to seat. */
export { boardOf, runsOf, wayToSteps } from '../../../src/lib/core/seating/plan/board';
export { planSeats } from '../../../src/lib/core/seating/plan/plan';
export { scoresOf } from '../../../src/lib/core/seating/plan/scores';
export {
	FIVE,
	changed,
	conferenceOf,
	firstCome,
	inputFrom,
	seated,
	sized
} from '../../support/seated-conference';
