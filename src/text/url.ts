/** Addresses as URL objects. */

/** The address, or null when it is none. `URL.parse` does the same, and Node 20 does not have it. */
export const parseUrl = (address: string, base?: string | URL): URL | null => (URL.canParse(address, base) ? new URL(address, base) : null);
