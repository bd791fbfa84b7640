import type { Claims } from "@otklik/aws/claims";

/** Claims in memory, by the clock of the test's process. */
export function claimsInMemory(): Claims {
  const until = new Map<string, number>();
  return {
    async take(name, seconds) {
      if ((until.get(name) ?? 0) > Date.now()) return false;
      until.set(name, Date.now() + seconds * 1000);
      return true;
    },
    async giveBack(name) {
      until.delete(name);
    },
  };
}
