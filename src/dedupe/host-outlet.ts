/**
 * What stands for an outlet that nobody named: the host of the article's address, so that the lines it repeats are learned there too (docs/decisions/0033).
 * A host that many outlets share does no harm: a line is left out only when three stories of it hold it, whoever wrote them.
 */
import { parseUrl } from '../text/url.ts';

/** "www.gazette.example" and "gazette.example" are one. Undefined where the host names nobody: "localhost", "10.0.0.7", "[::1]", no address. */
export function hostOutlet(url: string | undefined): string | undefined {
  const host = url === undefined ? undefined : parseUrl(url)?.hostname.toLowerCase().replace(/\.$/u, '');
  if (host === undefined || !host.includes('.') || /^[\d.]+$/u.test(host) || /\.(?:local|localhost|internal|test|invalid)$/u.test(host))
    return undefined;
  return host.replace(/^(?:www\d?|m|amp|mobile)\.(?=[^.]+\.)/u, '');
}
