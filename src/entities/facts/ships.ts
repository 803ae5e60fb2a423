/** Prefixes of ships' names. */
export const SHIP_PREFIX = /^(?:USS|USNS|HMS|HMAS|HMCS|INS|RMS|MV|SS|ARA)$/;
