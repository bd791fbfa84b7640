import { type BuiltInTopic, isBuiltIn, type Topic } from "@otklik/core/label/topic";
import {
  defaultVocabulary,
  offeredTopics,
  ownTitles,
  phrasesOf,
  type Vocabulary,
} from "@otklik/core/vocabulary/vocabulary";

/** What each topic means, for a model: a few English words, apart from what it is called on a screen. */
const glosses: Readonly<Record<BuiltInTopic, string>> = {
  quality: "how well a thing is made, lasts or does its work",
  price: "cost, discounts, value for money",
  delivery: "couriers, shipping, pick-up points",
  packaging: "boxes, wrapping, damage on the way",
  staff: "how people behaved",
  service: "how the company serves, support included",
  wait: "queues, delays, how fast one is served",
  taste: "taste of food and drink",
  cleanliness: "dirt, smell of a place, pests",
  safety: "danger to health or body",
  authenticity: "fakes and originals",
  size: "fit, measures, volume",
  app: "site, application, account, sign-in",
  payment: "paying, charges, cards, receipts",
  refund: "returns, exchange, warranty, compensation",
  rash: "rash, allergy, itch, burning or another reaction of the skin",
  expiry: "shelf life, expired or stale goods",
  shade: "colour, tone, how it matches the skin or the picture",
  leak: "leaking or spilt contents, broken pumps and caps",
  scent: "how a product smells",
  texture: "consistency, how it feels and spreads",
  effect: "whether a product does what it promises",
  portion: "how much is served",
  atmosphere: "interior, music, noise, comfort of a place",
  menu: "choice of dishes and drinks",
  freshness: "fresh or spoilt food",
  booking: "reserving a table",
  crash: "crashes, freezes, errors, features that do not work",
  "sign-in": "registration, passwords, codes, access to the account",
  ads: "advertising inside the app",
  update: "a new version and what it changed",
  speed: "how fast the app works, battery and memory",
  subscription: "subscriptions, trials, renewals",
  notifications: "pushes and reminders",
  design: "looks, colour, how handy it is",
  features: "what the app can do or lacks",
  privacy: "personal data, permissions, spam calls",
  stock: "whether goods are available",
  assortment: "choice of goods",
  description: "goods differ from their picture or description, wrong goods sent",
  loyalty: "bonuses, points, promotions, cashback",
  pain: "pain during or after treatment",
  appointment: "booking a visit, cancelled or moved visits",
  doctor: "doctors and their attention or skill",
  treatment: "diagnosis and result of treatment",
  tests: "laboratory tests and examinations",
  account: "opening, closing and keeping an account",
  card: "bank cards, their issue and work",
  credit: "loans, mortgages, credit limits",
  savings: "deposits, savings, interest on them",
  fees: "commissions, paid services, hidden charges",
  fraud: "fraudsters, theft from the account",
  branch: "offices of the bank",
  atm: "cash machines",
  transfer: "transfers between accounts or people",
  blocking: "blocked accounts, cards or operations",
  other: "only if none of these fits",
};

/** A topic that a label may name, and what it means in English. */
export interface OfferedTopic {
  id: Topic;
  gloss: string;
}

/**
 * The topics that a brand's mentions may be given, for a model's instructions. What the brand wrote itself (titles and
 * example phrases) stands in the gloss as JSON strings, so that it ends where it ends.
 */
export function topicGlosses(vocabulary: Vocabulary = defaultVocabulary): OfferedTopic[] {
  const titles = ownTitles(vocabulary);
  return offeredTopics(vocabulary).map((id) => {
    const own = [titles[id], ...phrasesOf(vocabulary, id)].filter((words) => words !== undefined);
    const said = own.length === 0 ? "" : `such as ${own.map((words) => JSON.stringify(words)).join(", ")}`;
    return { id, gloss: [isBuiltIn(id) ? glosses[id] : "", said].filter(Boolean).join("; ") };
  });
}
