/** Owns: the one unit conversion of the programme: plans count minutes, clocks count milliseconds. */
export const MINUTE = 60_000;
