/**
 * A small English stemmer after the first steps of Porter (https://tartarus.org/martin/PorterStemmer/): plurals, -ed,
 * -ing and the few suffixes that matter in reviews. `word` is a to z in lower case.
 */
export function stemEnglish(word: string): string {
  const base = withoutSuffix(withoutTense(withoutPlural(word)));
  return base.length > 4 ? base.replace(/([^aeiou])\1$/, "$1") : base; // install and instal(l)ed
}

function withoutPlural(word: string): string {
  if (/.{2}(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (/.{2}ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return word.length > 3 ? word.replace(/([^su])s$/, "$1") : word;
}

function withoutTense(word: string): string {
  if (/.{2}ied$/.test(word)) return `${word.slice(0, -3)}y`;
  const [, base] = /^(.*[aeiouy].*?)(?:ed|ing)$/.exec(word) ?? [];
  if (base === undefined || base.length < 2) return word;
  if (/^[aeiou][^aeiou]$/.test(base)) return `${base}e`; // us-ing, ag-ed
  return base.replace(/([bdgmnprt])\1$/, "$1"); // stop-p-ed, but miss-ed
}

function withoutSuffix(word: string): string {
  const [, base] = /^(.{4,})(?:ations?|ly)$/.exec(word) ?? /^(.{3,}er)y$/.exec(word) ?? [];
  return (base ?? word).replace(/(.{3})e$/, "$1");
}
