/**
 * Brings `@huggingface/transformers` for the tests. It is not among the development dependencies: 474 MB, and an install script that fails without a
 * second host (decision 0047). So the tests install it once, from the lock file beside this one, into a folder that `npm ci` clears.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const LIST = fileURLToPath(new URL('onnx-package/', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/copydesk/', import.meta.url));

/** Downloading 120 MB over a slow line, ms. */
const INSTALL_TIMEOUT_MS = 600_000;
/** One small answer of the registry, ms: where none comes, npm itself would wait for many minutes. */
const ANSWER_TIMEOUT_MS = 20_000;

/** Runs npm. Killed when it takes too long: it does not heed SIGTERM while it waits for an answer. */
const npm = (args: readonly string[], cwd: string, timeout: number) =>
  promisify(execFile)('npm', args, { cwd, timeout, killSignal: 'SIGKILL', shell: process.platform === 'win32' });

const isSet = (name: string): boolean => ['1', 'true', 'yes'].includes((process.env[name] ?? '').toLowerCase());

/**
 * The node_modules folder that holds the package.
 * @throws Error that says why npm could not bring it.
 */
async function installPackage(): Promise<string> {
  const { dependencies } = JSON.parse(readFileSync(join(LIST, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const version = dependencies['@huggingface/transformers'] ?? '';
  const folder = join(CACHE, `transformers-${version}`);
  const modules = join(folder, 'node_modules');
  if (existsSync(modules)) return modules;
  if (isSet('COPYDESK_NO_INSTALL')) throw new Error('COPYDESK_NO_INSTALL is set');
  mkdirSync(CACHE, { recursive: true });
  const fresh = mkdtempSync(join(CACHE, 'installing-'));
  try {
    cpSync(LIST, fresh, { recursive: true });
    console.log('Tests: installing @huggingface/transformers, once (474 MB; COPYDESK_NO_INSTALL=1 forbids it) ...');
    const isOnline = await npm(
      ['view', `@huggingface/transformers@${version}`, 'version', '--fetch-retries=0'],
      fresh,
      ANSWER_TIMEOUT_MS,
    ).then(
      () => true,
      () => false,
    );
    // no install scripts: one of them fetches GPU libraries from a host of its own
    const args = ['ci', '--prefix', fresh, '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1'];
    await npm([...args, isOnline ? '--prefer-offline' : '--offline'], fresh, INSTALL_TIMEOUT_MS);
    // whole or not at all, also when two runs do this at once
    if (!existsSync(folder)) renameSync(fresh, folder);
    return modules;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * The node_modules folder that holds the package; or why it cannot be had, which the test then says aloud.
 * @throws Error where skips are forbidden (CI=true or COPYDESK_FORBID_SKIPS=1).
 */
export async function bringPackage(): Promise<{ readonly modules: string } | { readonly missing: string }> {
  let missing: string;
  try {
    return { modules: await installPackage() };
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    missing = `@huggingface/transformers could not be installed: ${(stderr || message).replace(/\s+/g, ' ').slice(0, 300)}`;
  }
  if (isSet('CI') || isSet('COPYDESK_FORBID_SKIPS'))
    throw new Error(`skips are forbidden here, and names by a model would be skipped: ${missing}`);
  return { missing };
}
