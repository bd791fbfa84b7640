import { listLetters } from "../../alert/letter-store.ts";
import type { Handlers } from "../context.ts";

export const letters: Handlers<"GET /api/letters"> = {
  async "GET /api/letters"({ after }, { table }) {
    const page = await listLetters(table, { after });
    return {
      letters: page.letters.map(({ at, ...letter }) => ({ ...letter, at: at.toISOString() })),
      next: page.next,
    };
  },
};
