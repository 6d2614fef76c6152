/** The wire's version. Server and client accept this one and the one before. */
export const PROTOCOL = 1;
export const accepts = (version: unknown): boolean => version === PROTOCOL || version === PROTOCOL - 1;
