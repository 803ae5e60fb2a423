/** The environment of processes that this one starts: everything but our own settings, which reach them as arguments and messages. */

/** What docs/configuration.md lists, and what it may list one day. A reader of hostile pages needs no database password. */
const OWN_SETTING = /^(?:COPYDESK_\w+|DATABASE_URL|REDIS_URL)$/;

/** @param defaults used where the operator has set no such variable. */
export function childEnvironment(defaults: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !OWN_SETTING.test(name));
  return { ...defaults, ...Object.fromEntries(inherited), NODE_OPTIONS: '' };
}
