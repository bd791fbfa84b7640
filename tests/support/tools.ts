import type { Tools } from "@otklik/core/connector";

/** A connector's tools with what a test gives; what it does not give is not to be reached. */
export const testTools = (given: Partial<Tools>): Tools => ({
  http: (request) => Promise.reject(new Error(`Not to be asked here: ${new URL(request.url).pathname}`)),
  now: () => new Date("2025-01-01T12:00:00Z"),
  file: () => Promise.reject(new Error("There are no files here.")),
  mailbox: () => Promise.reject(new Error("There is no mailbox here.")),
  signal: new AbortController().signal,
  ...given,
});
