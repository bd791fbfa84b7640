import { describe, expect, it } from "vitest";
import {
  facetsFor,
  filterFrom,
  inboxInput,
  pathOf,
  searchInput,
  toggled,
  toView,
} from "../../web/src/inbox/filter.ts";

const from = (search: string) => filterFrom(new URLSearchParams(search));

describe("the filter in the address", () => {
  it.each([
    "/inbox",
    "/inbox?view=answered",
    "/inbox?view=closed&q=%D0%B2%D0%BE%D0%B7%D0%B2%D1%80%D0%B0%D1%82&network=vk&network=file&kind=review",
  ])("says %s and reads it again", (path) => {
    const [, search = ""] = path.split("?");
    expect(pathOf(from(search))).toBe(path);
  });

  it("names a conversation within it", () => {
    expect(pathOf(from("sentiment=negative"), "b-1")).toBe("/inbox/b-1?sentiment=negative");
  });

  it("takes an unknown view for the inbox", () => {
    expect(from("view=nonsense").view).toBe("inbox");
  });

  it("switches a value on and off", () => {
    const on = toggled(toView("inbox"), "network", "vk");
    expect([on.chosen.network, toggled(on, "network", "vk").chosen.network]).toEqual([["vk"], []]);
  });
});

describe("what the API is asked", () => {
  it("narrows the inbox by all four facets", () => {
    expect(inboxInput("b", from("network=vk&priority=urgent"))).toEqual({
      brand: "b",
      network: ["vk"],
      sentiment: [],
      priority: ["urgent"],
      kind: [],
    });
  });

  it("searches a view within its statuses, and words without a view everywhere", () => {
    expect([searchInput("b", from("view=closed")).status, searchInput("b", from("q=x")).status]).toEqual([
      ["closed", "gone"],
      undefined,
    ]);
  });

  it("offers no facet that a search does not know", () => {
    expect([facetsFor(from("q=x")), facetsFor(from(""))]).toEqual([
      ["network", "sentiment"],
      ["network", "sentiment", "priority", "kind"],
    ]);
  });
});
