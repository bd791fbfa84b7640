import type { Labelled } from "@otklik/core/label/labeler";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import type { Behaviour, Sent } from "../chat-server.ts";

/** A model that reads as the embedded labeler does, so that what is asked of every labeler is heard through the wire. */
export const readsWell: Behaviour = async (sent, answer) => {
  const read = await embeddedLabeler().label(sent.map(asMention), { workspaceId: "wire" });
  answer.labels(
    sent.map(({ n }, place) => {
      const outcome = read[place];
      if (!outcome || !("label" in outcome)) throw new Error(`No label for mention ${n}.`);
      return { touchpoint: null, ...outcome.label, n };
    }),
  );
};

const asMention = ({ stars, ...rest }: Sent): Labelled => {
  const [given, outOf] = (stars ?? "").split(" of ").map(Number);
  return { kind: "review", ...rest, ...(given && outOf ? { rating: { stars: given, outOf } } : {}) };
};
