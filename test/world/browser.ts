import { chmodSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import chromium from "@sparticuz/chromium";

/**
 * A folder for temporary files of this account alone. The browser unpacks itself below TMPDIR, and what another account unpacked there
 * may be read by nobody else.
 */
export function ownTemporary(): string {
  const name = `gan-dan-test-${process.getuid?.() ?? "user"}`;
  const folder = basename(tmpdir()) === name ? tmpdir() : join(tmpdir(), name);
  mkdirSync(folder, { recursive: true });
  // As root the database has an account of its own, which must be able to enter.
  if (process.getuid?.() === 0) chmodSync(folder, 0o755);
  return folder;
}

/** Unpacks the browser once, before test files that want it run beside each other. */
export async function unpackBrowser(): Promise<void> {
  await chromium.executablePath();
}
