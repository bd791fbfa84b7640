const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");

/** A key as this machine's keyboard names it: "⌘Enter" or "Ctrl+Enter". */
export const shownKey = (key: string): string =>
  isApple
    ? key.replace("mod+", "⌘").replace("Shift+", "⇧").replace("Enter", "↵")
    : key.replace("mod", "Ctrl");
