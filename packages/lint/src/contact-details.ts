export type ContactKind = "links" | "phones" | "emails";

/** Something that a network may forbid in a reply. `certain`: it can be nothing else, such as an order number. */
export interface ContactDetail {
  kind: ContactKind;
  text: string;
  certain: boolean;
}

// The look-behinds let a match begin at a word's start only, which keeps a long word from being read over and over.
const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const address = /(?:https?:\/\/|www\.)[^\s<>"«»]*[^\s<>"«».,;:!?)\]]/giu;
// A sentence without a space after its full stop looks like a domain too, hence the closed list of endings.
const domain =
  /(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+(?:ru|рф|su|com|net|org|info|biz|online|shop|store|site|app|io|me|by|kz|ua|uk|de|eu)(?![\p{L}\p{N}-])/giu;
const phone = /(?<![\p{L}\p{N}])(?:\+\s?)?\d(?:[\s()-]{0,2}\d){9,14}(?![\p{L}\p{N}])/gu;

/** Links, e-mail addresses and telephone numbers of a text, each found once. */
export function contactDetails(text: string): ContactDetail[] {
  const found: ContactDetail[] = [];
  const take = (kind: ContactKind, pattern: RegExp, isCertain: (text: string) => boolean) => {
    // What was taken is blanked, so that the domain of an address is not found a second time.
    rest = rest.replace(pattern, (match) => {
      found.push({ kind, text: match, certain: isCertain(match) });
      return " ".repeat(match.length);
    });
  };
  let rest = text;
  take("emails", email, () => true);
  take("links", address, () => true);
  take("links", domain, () => false);
  take("phones", phone, (match) => /[^\d]/.test(match));
  return found;
}
