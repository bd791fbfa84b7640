import type { Mood } from "@otklik/core/label/label";

/** The app's tokens as letters know them: mail programs read no OKLCH. */
const light = {
  ground: "#f3f6f7",
  surface: "#ffffff",
  ink: "#1b2126",
  soft: "#586169",
  line: "#dfe4e7",
  accent: "#0a5a72",
  onAccent: "#ffffff",
  negative: "#b0321c",
  mixed: "#815300",
  positive: "#1a6a3b",
};
const dark: typeof light = {
  ground: "#13171a",
  surface: "#1b2024",
  ink: "#e4e8ea",
  soft: "#a5adb4",
  line: "#353c42",
  accent: "#7fc6e0",
  onAccent: "#0e1a20",
  negative: "#f0957f",
  mixed: "#dfb665",
  positive: "#82d09c",
};

const font =
  "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans',Arial,sans-serif";
const ink = `color:${light.ink}`;
const soft = `color:${light.soft}`;
const half = "display:inline-block;vertical-align:top;box-sizing:border-box";

/** Styles for each element, light; programs that know no style sheet read only these. */
export const style = {
  ground: `margin:0;padding:24px 12px;background:${light.ground};${ink};${font};font-size:15px;line-height:1.5`,
  surface: `max-width:560px;margin:0 auto;padding:28px 24px;background:${light.surface};border-radius:8px;box-sizing:border-box;overflow-wrap:break-word`,
  brand: `margin:0;font-size:13px;${soft}`,
  title: `margin:0 0 4px;font-size:21px;line-height:1.3;font-weight:600;${ink}`,
  lead: `margin:0 0 20px;font-size:15px;${soft}`,
  passage: `margin:0;padding:16px 0;border-top:1px solid ${light.line}`,
  head: `margin:0;font-weight:600;${ink}`,
  facts: `margin:0;font-size:13px;${soft}`,
  advice: `margin:8px 0 0;${ink}`,
  quote: `margin:8px 0;font-size:16px;line-height:1.55;${ink}`,
  note: `margin:0 0 20px;${ink}`,
  heading: `font-size:13px;${soft}`,
  passagesHead: `margin:0 0 8px;font-size:13px;${soft}`,
  more: `margin:0;padding:12px 0 0;border-top:1px solid ${light.line};${soft}`,
  buttonLine: "margin:20px 0 0",
  button: `display:inline-block;padding:9px 16px;border-radius:6px;background:${light.accent};color:${light.onAccent};font-weight:600;text-decoration:none`,
  link: `color:${light.accent};text-decoration:underline`,
  foot: `margin:28px 0 0;padding:12px 0 0;border-top:1px solid ${light.line};font-size:13px;${soft}`,
  table: "margin:0 0 20px;font-variant-numeric:tabular-nums",
  row: `padding:6px 0;border-top:1px solid ${light.line}`,
  rowHead: "padding:0 0 6px",
  name: `${half};width:50%;padding-right:8px`,
  nameAlone: `${half};width:75%;padding-right:8px`,
  sign: "display:inline-block;width:1.25em",
  number: `${half};width:25%;text-align:right`,
  numberBefore: `${half};width:25%;text-align:right;${soft}`,
  numberHead: `${half};width:25%;text-align:right;font-size:13px;${soft}`,
} as const;

/** Where a sentiment's shape takes its colour from. */
export const toneOf: Record<Mood, { className: string; colour: string }> = {
  negative: { className: "negative", colour: light.negative },
  mixed: { className: "mixed", colour: light.mixed },
  neutral: { className: "soft", colour: light.soft },
  positive: { className: "positive", colour: light.positive },
  unsure: { className: "soft", colour: light.soft },
};

const tone = (name: string, colour: string): string => `.${name}{color:${colour}!important}`;

/** The same in the dark, for programs that follow the reader's choice. */
export const darkStyle = [
  ":root{color-scheme:light dark}",
  "@media(prefers-color-scheme:dark){",
  `.ground{background:${dark.ground}!important;color:${dark.ink}!important}`,
  `.surface{background:${dark.surface}!important}`,
  `.line{border-color:${dark.line}!important}`,
  tone("ink", dark.ink),
  tone("soft", dark.soft),
  tone("accent", dark.accent),
  tone("negative", dark.negative),
  tone("mixed", dark.mixed),
  tone("positive", dark.positive),
  `.button{background:${dark.accent}!important;color:${dark.onAccent}!important}`,
  "}",
].join("");
