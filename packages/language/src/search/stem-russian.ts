/**
 * A small Russian stemmer. Like Snowball's (https://snowballstem.org/algorithms/russian/stemmer.html) it cuts endings
 * behind the first vowel. Unlike it, it cuts until nothing more comes off, so that a noun whose last letters look like
 * another ending (персонал, отель) keeps one stem in all cases, and it knows the past tense of verbs whose stem ends in
 * a consonant (протёк, протекла) and the verbs of going (пришёл, пришла, придёт).
 * `word` is Cyrillic in lower case, ё written as е.
 */
export function stemRussian(word: string): string {
  const active = word.replace(reflexive, "");
  return knownStem(active) ?? going(active) ?? consonantVerb(active) ?? withoutEndings(active);
}

const reflexive = /(?<=.{3}(?:л[аои]|[уюя]|те|вши))сь$|(?<=.{3}(?:[тйлмшьх]|[шщ].{2,3}))ся$/;

/** Prefixes of -йти, as they stand before a consonant. */
const prefixes = "при|пере|разо|подо|про|обо|ото|изо|взо|вы|за|до|по|на|со|во|у";
const goingForms = [
  `(${prefixes})?(?:шел|шл[аои]|шедш.+)`,
  `(?:(${prefixes})й|(при)|и)д(?:у|ешь|ет|ем|ете|ут|и|ите|я|ен[аоы]?)`,
  `(?:(${prefixes})й|(при)д|ид)ти`,
].map((form) => new RegExp(`^${form}$`));

function going(word: string): string | undefined {
  for (const form of goingForms) {
    const found = form.exec(word);
    if (found) return `${found.slice(1).find(Boolean) ?? ""}йд`;
  }
  return undefined;
}

const personal = "л[аои]|у|ут|ешь|ет|ем|ете";
const steadyRoot = new RegExp(`^(.*(?:нес|вез|лез|рос|сох|мерз|верн|бер))(?:${personal}|(?<=[нв]е[сз])ти)?$`);
const changingRoot = new RegExp(`^(.*(?:те(?=[кч])|мо(?=[гжч])))(?:[кчгж](?:${personal})?|чь)$`);

/** Verbs whose stem ends in a consonant, which changes in some: протечёт, протёк; поможет, помог, помочь. */
function consonantVerb(word: string): string | undefined {
  const steady = steadyRoot.exec(word)?.[1];
  const changing = changingRoot.exec(word)?.[1];
  return steady ?? (changing && changing + (changing.endsWith("е") ? "к" : "г"));
}

/** Words common in reviews that change within, or that the endings below would cut to pieces. */
const knownStems: readonly [form: RegExp, stem: string | null][] = [
  [/^(?:день|дн(?:я|ю|е|и|ей|ем|ям|ями|ях))$/, "день"],
  [/^ден(?:ьг|ег|еж)/, "деньг"],
  [/^чис(?:ел|л)/, "числ"],
  [/^(?:кроват|печат|памят|обман|обмен|диван|экран|стакан|карман|прием|масл|кресл|стекл)/, null],
  [/^(?:не)?дорог/, null],
  [/^(?:подо|до|вы)?жд(?=[аеуи])/, null],
];

function knownStem(word: string): string | undefined {
  for (const [form, stem] of knownStems) {
    const found = form.exec(word);
    if (found) return stem ?? found[0];
  }
  return undefined;
}

const nominal =
  "иями|[ая]ми|иях|иям|ием|ией|[ыи]ми|[ео]го|[ео]му|[еиыо]е|[еиыо]й|[еиыо]м|[иы]х|[ую]ю|[ая]я|[ое]ю|[ео]в|[ая]м|[ая]х|[иь]ю|[иь]я|ье|[еи]и|[еа]йш";
const theme = "(?:иров|[ое]в|[ыи]в)?[аяеиыу]"; // what stands between the root of a verb and its ending
const verbal = [
  `${theme}(?:л|ть|вш)`,
  "(?:[ыи]в(?=а)|ир(?=у))?[аяуюео](?:ет|ют|ешь|ем|ете|ю|й|йте|ющ)",
  "ит|ите|ишь|ыт|ят|(?<!л)ьте|(?<=[джчшщ])(?:ет|ешь|ете|ут)|(?<=[жчшщ])ат|[уая]щ",
  "(?:иров|[ое]в|[ыи]в)?[аяе]нн?",
  "(?<=[бпвмф])л|(?<=н)н", // куплю and купить, ценный and цена
].join("|");
const ending = new RegExp(
  `(?<=[аеиоуыэюя].*)(?:(?<=.{3})(?:${verbal})|(?<=.{2})(?:${nominal}|[аеийоуыьюя]))$`,
);

function withoutEndings(word: string): string {
  let stem = word;
  for (let before = ""; before !== stem; ) {
    before = stem;
    stem = stem.replace(ending, "");
  }
  return consonantVerb(stem) ?? stem.replace(fleeting, "$1$2").replace(fleetingAfterVowel, "$1й$2");
}

/** доставок and доставка, продавец and продавца; then батареек and батарейка. */
const fleeting = /(?<=.{2})([бвгджзклмнпрстфхцчшщ])[оеь]([кц])$/;
const fleetingAfterVowel = /([аеиоуыэюя])е([кц])$/;
