const names = [
  "ink",
  "ink-soft",
  "line",
  "edge",
  "accent",
  "negative",
  "mixed",
  "positive",
  "surface",
] as const;

/** The colours of the theme as a canvas takes them. */
export type Inks = Record<(typeof names)[number], string>;

/** Reads the tokens as they are resolved within this element, light or dark; paper is light. */
export function inksOf(element: HTMLElement, isPrinting: boolean): Inks {
  const probe = document.createElement("span");
  if (isPrinting) probe.style.colorScheme = "light";
  element.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--color-${name})`;
    return getComputedStyle(probe).color;
  };
  const inks = Object.fromEntries(names.map((name) => [name, read(name)])) as Inks;
  probe.remove();
  return inks;
}
