/** A real browser for the pages: an installed Chromium, driven by playwright-core. */
import { chromium, type Browser } from 'playwright-core';

/** The container has no user namespace for the sandbox; the pages are ours. Nothing is fetched in the background. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
];

export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS, timeout: 120_000 });
}
