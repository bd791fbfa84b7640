const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** Joins two letters and is not seen. */
const joiner = "\u2060";

/**
 * Text in which nobody is called by "@here", no address becomes a link and no code block begins. Servers that speak
 * Slack's protocol read a bare "@channel" too, hence the joiner.
 */
export const inert = (text: string): string =>
  text
    .replace(/[@<](?=\S)/g, `$&${joiner}`)
    .replace(/:(?=\/\/)/g, `:${joiner}`)
    .replace(/`(?=`)/g, `\`${joiner}`);

/** The same for Slack's mark-up, in which "<!channel>" is a command. */
export const escaped = (text: string): string => inert(text).replace(/[&<>]/g, (sign) => signs[sign] ?? sign);

/** A link of ours. */
export const linked = (text: string, address: string): string =>
  `<${address.replace(/[<>|]/g, encodeURIComponent)}|${escaped(text)}>`;
