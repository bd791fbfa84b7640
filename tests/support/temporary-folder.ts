import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder that goes away with the test. */
export function temporaryFolder(): string {
  const { path, remove } = keptFolder();
  onTestFinished(remove);
  return path;
}

/** An empty folder for as long as the caller wants it. */
export function keptFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "otklik-test-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
