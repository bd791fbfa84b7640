// What is asked to publish a text, or to change it, in each part of a community: pure.
import { createHash } from "node:crypto";
import type { Answer } from "@otklik/core/connector";
import { type Spot, spotOf } from "./parts.ts";
import type { Parameters } from "./requests.ts";
import type { Method } from "./tokens.ts";

interface Write {
  method: Method;
  parameters: Parameters;
}

/** As the community, below what is answered. */
export function saying(spot: Spot, { text, once, mention }: Answer): Write {
  const { community, container, id, part } = spot;
  const owner = `-${community}`;
  if (part === "wall")
    return {
      method: "wall.createComment",
      parameters: {
        owner_id: owner,
        post_id: container,
        message: text,
        reply_to_comment: id,
        from_group: community,
        guid: once,
      },
    };
  if (part === "board") {
    const message = addressed(id, mention.author?.name, text);
    return {
      method: "board.createComment",
      parameters: { group_id: community, topic_id: container, message, from_group: 1, guid: once },
    };
  }
  if (part === "market")
    return {
      method: "market.createComment",
      parameters: {
        owner_id: owner,
        item_id: container,
        message: text,
        from_group: 1,
        reply_to_comment: id,
        guid: once,
      },
    };
  return {
    method: "messages.send",
    parameters: { peer_id: container, group_id: community, message: text, random_id: randomId(once) },
  };
}

/** `spot` is our answer's own. */
export function changing(spot: Spot, { text, mention }: Answer): Write {
  const { community, container, id, part } = spot;
  const owner = `-${community}`;
  if (part === "wall")
    return {
      method: "wall.editComment",
      parameters: { owner_id: owner, post_id: container, comment_id: id, message: text },
    };
  if (part === "board") {
    const asked = spotOf(mention.externalId)?.id ?? id;
    const message = addressed(asked, mention.author?.name, text);
    return {
      method: "board.editComment",
      parameters: { group_id: community, topic_id: container, comment_id: id, message },
    };
  }
  if (part === "market")
    return { method: "market.editComment", parameters: { owner_id: owner, comment_id: id, message: text } };
  return {
    method: "messages.edit",
    parameters: { peer_id: container, group_id: community, cmid: id, message: text },
  };
}

/** Topics have no field for what is answered: VK's own page names the comment in the text (from memory). */
const addressed = (id: string, name: string | undefined, text: string): string =>
  name ? `[post${id}|${name.replace(/[|\]]/g, " ")}], ${text}` : text;

/** A number of 31 bits, never 0, which would switch the guard against repeats off. */
export const randomId = (once: string): number =>
  (createHash("sha256").update(once).digest().readUInt32BE(0) >>> 1) + 1;
