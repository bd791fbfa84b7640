// Names beside a list, as VK adds them when asked for `extended`.
import { communityId, communityName, managerId, managerName } from "./community.ts";

export function profile(id: number, name: string): Record<string, unknown> {
  const [first = "DELETED", ...rest] = name.split(" ");
  return { id, first_name: first, last_name: rest.join(" "), is_closed: false, can_access_closed: true };
}

export const managerProfile = () => profile(managerId, managerName);

export const groupCard = () => ({
  ...{ id: communityId, name: communityName, screen_name: `club${communityId}`, type: "group", is_closed: 0 },
});

/** `profiles` and `groups` of all who wrote something. */
export function authors(rows: readonly { from: number; name: string }[]) {
  const people = new Map(rows.filter(({ from }) => from > 0).map(({ from, name }) => [from, name]));
  const isOwnerThere = rows.some(({ from }) => from < 0);
  return {
    profiles: [...people].map(([id, name]) => profile(id, name)),
    groups: isOwnerThere ? [groupCard()] : [],
  };
}
