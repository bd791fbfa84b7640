import { describe, expect, it, vi } from "vitest";
import { bindings, type CommandId } from "../../web/src/commands/bindings.ts";
import { keyListener, mayMean, type Place } from "../../web/src/commands/keymap.ts";

/** A key press: `key` is what the layout makes of it, `code` the place on the keyboard. */
function press(key: string, code: string, more: Partial<KeyboardEvent> & { modifiers?: string[] } = {}) {
  const { modifiers = [], ...rest } = more;
  return {
    key,
    code,
    ctrlKey: modifiers.includes("Control"),
    metaKey: false,
    altKey: modifiers.includes("Alt"),
    repeat: false,
    isComposing: false,
    preventDefault: vi.fn(),
    getModifierState: (name: string) => modifiers.includes(name),
    ...rest,
  } as unknown as KeyboardEvent;
}

function keyboard(place: Place = "page", letterKeys = true) {
  const ran: CommandId[] = [];
  const strike = keyListener({
    bindings: bindings.filter((binding) => !binding.inComposer),
    run(id) {
      ran.push(id);
      return true;
    },
    ignore: (event) => !mayMean(event, place, letterKeys),
  });
  return { ran, strike };
}

describe("keys", () => {
  it.each([
    ["j", "о", "KeyJ", "next"],
    ["k", "л", "KeyK", "previous"],
    ["r", "к", "KeyR", "reply"],
    ["e", "у", "KeyE", "close"],
    ["z", "я", "KeyZ", "undo"],
    ["i", "ш", "KeyI", "facts"],
  ])("%s works on a Latin and on a Russian layout", (latin, russian, code, command) => {
    const { ran, strike } = keyboard();
    strike(press(latin, code));
    strike(press(russian, code));
    expect(ran).toEqual([command, command]);
  });

  it("g i goes to the inbox on a Russian layout and does not open the details", () => {
    const { ran, strike } = keyboard();
    strike(press("п", "KeyG"));
    strike(press("ш", "KeyI"));
    expect(ran).toEqual(["goInbox"]);
  });

  it("/ searches by its sign and by its place", () => {
    const { ran, strike } = keyboard();
    strike(press("/", "Backslash", { modifiers: ["Shift"] }));
    strike(press(".", "Slash"));
    expect(ran).toEqual(["search", "search"]);
  });

  it("? opens the help wherever a layout has put it", () => {
    const { ran, strike } = keyboard();
    strike(press("?", "Slash", { modifiers: ["Shift"] }));
    strike(press("?", "Digit7", { modifiers: ["Shift"] }));
    expect(ran).toEqual(["help", "help"]);
  });

  it("letters stay letters in a field, and the palette opens there all the same", () => {
    const { ran, strike } = keyboard("field");
    strike(press("j", "KeyJ"));
    strike(press("л", "KeyK", { modifiers: ["Control"] }));
    expect(ran).toEqual(["palette"]);
  });

  it("a browser's own shortcut is left alone", () => {
    const { ran, strike } = keyboard();
    strike(press("r", "KeyR", { modifiers: ["Control"] }));
    expect(ran).toEqual([]);
  });

  it("a held key moves on and does not close one conversation after another", () => {
    const { ran, strike } = keyboard();
    strike(press("j", "KeyJ", { repeat: true }));
    strike(press("e", "KeyE", { repeat: true }));
    expect(ran).toEqual(["next"]);
  });

  it("a press that a command took is not the browser's any more", () => {
    const { strike } = keyboard();
    const event = press("/", "Slash");
    strike(event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });
});

describe("mayMean", () => {
  it("leaves Enter to the button it was pressed on", () => {
    expect([
      mayMean(press("Enter", "Enter"), "control", true),
      mayMean(press("Enter", "Enter"), "page", true),
    ]).toEqual([false, true]);
  });

  it("leaves letters alone when they are switched off, but neither Esc nor Ctrl", () => {
    expect([
      mayMean(press("j", "KeyJ"), "page", false),
      mayMean(press("Escape", "Escape"), "page", false),
      mayMean(press("k", "KeyK", { modifiers: ["Control"] }), "page", false),
    ]).toEqual([false, true, true]);
  });

  it("means nothing in a dialog and while a word is being composed", () => {
    expect([
      mayMean(press("Escape", "Escape"), "dialog", true),
      mayMean(press("j", "KeyJ", { isComposing: true }), "page", true),
    ]).toEqual([false, false]);
  });
});
