import type { ContactKind, Label } from "@otklik/core/label/label";
import type { Field } from "./fields.ts";

type Contact = Label["contacts"][number];
interface Stretch {
  is: ContactKind;
  from: number;
  to: number;
}

/** Ways to reach the customer that are written in the fields, in their order, none inside another. */
export const contactsIn = (fields: readonly Pick<Field, "in" | "text">[]): Contact[] =>
  fields.flatMap(({ in: name, text }) => stretchesIn(text).map((one) => ({ ...one, in: name })));

const stretchesIn = (text: string): Stretch[] => {
  const found: Stretch[] = [];
  const add = (some: Iterable<Stretch>) => {
    for (const one of some)
      if (!found.some((other) => one.from < other.to && other.from < one.to)) found.push(one);
  };
  const hasAt = text.includes("@");
  if (hasAt && namedAt.test(text)) add(emailsIn(text, email));
  if (spokenAt.test(text)) add(emailsIn(text, spokenEmail));
  if (pointed.test(text) && personalPage.test(text)) add(linksIn(text));
  if (hasAt) add(handlesIn(text));
  if (sevenDigits.test(text)) add(numbersIn(text));
  return found.sort((a, b) => a.from - b.from);
};

/** Without these there is no address: "@somebody" alone is a name. */
const namedAt = /[\p{L}\p{N}._%+-]@[\p{L}\p{N}-]/u;
// All bounded, so that no text makes a search quadratic.
const email =
  /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,5}\.\p{L}{2,24}/gu;
const spokenAt = /[([{]\s?(?:at|собака|dog)\s?[)\]}]|\sсобака\s/iu;
const spokenEmail =
  /[\w.+-]{2,64}\s?(?:[([{]\s?(?:at|собака|dog)\s?[)\]}]|\sсобака\s)\s?[\p{L}\p{N}-]{2,63}\s?(?:\.|[([{]\s?(?:dot|точка)\s?[)\]}]|\sточка\s)\s?\p{L}{2,24}/giu;
/** Every address of a page has one of these inside; few sentences do. */
const pointed = /[.:][^\s.]/;
const personalPage =
  /(?:t\.me|telegram\.me|wa\.me|api\.whatsapp\.com|vk\.com|vk\.me|vk\.ru|ok\.ru|instagram\.com|facebook\.com|fb\.com|fb\.me|m\.me|linkedin\.com|tiktok\.com|twitter\.com|x\.com|viber\.|signal\.me|skype:|tg:)/i;
const link =
  /(?<![\p{L}\p{N}.@-])(?:https?:\/\/)?(?:www\.|m\.)?(?:t\.me|telegram\.me|wa\.me|api\.whatsapp\.com|vk\.com|vk\.me|vk\.ru|ok\.ru|instagram\.com|facebook\.com|fb\.com|fb\.me|m\.me|linkedin\.com|tiktok\.com|twitter\.com|x\.com|signal\.me)\/[^\s<>"'«»)]{2,200}|(?:tg|viber|skype):\/{0,2}[^\s<>"'«»)]{3,200}/giu;

function* emailsIn(text: string, pattern: RegExp): Generator<Stretch> {
  for (const { 0: written, index } of text.matchAll(pattern))
    yield { is: "email", from: index, to: index + written.length };
}

function* linksIn(text: string): Generator<Stretch> {
  for (const { 0: written, index } of text.matchAll(link)) {
    const bare = written.replace(/[.,;:!?…]+$/, "");
    yield { is: "link", from: index, to: index + bare.length };
  }
}

const handle = /(?<![\p{L}\p{N}_@./])@[A-Za-z_][\w.]{2,31}/gu;
/** Who speaks of an own name says so nearby; "your channel @shop" is the brand's. */
const own =
  /(?:^|[^\p{L}])(?:мо[йяеёи]|моего|моя|мне|меня|мной|я|ник|ником|тг|тгк|телег\p{L}*|телеграм\p{L}*|инст\p{L}*|вк|директ|лс|личк\p{L}*|пишите|напишите|пиши|связь|связаться|свяжитесь|отвечу|контакт\p{L}*|дм|юзернейм|твиттер\p{L}*|скайп|дискорд|viber|dm|pm|me|my|mine|i|insta|ig|instagram|telegram|tg|twitter|snap\p{L}*|discord|skype|username|handle|contact|reach|write|message|text|find|add|ping)(?=[^\p{L}]|$)/iu;
const brands = /(?:^|[^\p{L}])(?:ваш\p{L}*|your|their|official)(?=[^\p{L}]|$)/iu;
const nearby = 40;

function* handlesIn(text: string): Generator<Stretch> {
  for (const { 0: written, index } of text.matchAll(handle)) {
    const before = text.slice(Math.max(0, index - nearby), index);
    const around = before + text.slice(index + written.length, index + written.length + nearby);
    if (brands.test(before) || !own.test(around)) continue;
    const bare = written.replace(/\.+$/, "");
    yield { is: "handle", from: index, to: index + bare.length };
  }
}

const sevenDigits = /\d(?:[^\d\n]{0,3}\d){6}/;
const figures = /(?<![\p{L}\p{N}])(?:\+\s?|\(\+?)?\d(?:[ \u00a0().\u2010-\u2014-]{0,3}\d){6,18}(?![\p{N}])/gu;

function* numbersIn(text: string): Generator<Stretch> {
  for (const { 0: written, index } of text.matchAll(figures)) {
    const digits = written.replace(/\D/g, "");
    const is = isCard(written, digits)
      ? ("card" as const)
      : isPhone({ written, digits, before: text.slice(Math.max(0, index - nearby), index) })
        ? ("phone" as const)
        : undefined;
    if (is) yield { is, from: index, to: index + written.length };
  }
}

/** Sixteen to nineteen figures in one run or in fours, right by the check of Luhn (ISO/IEC 7812-1). */
const isCard = (written: string, digits: string): boolean => {
  if (digits.length < 16 || digits.length > 19 || !/^[2-6]/.test(digits)) return false;
  if (!/^\d+$|^\d{4}(?:[ \u00a0-]\d{4}){3}(?:[ \u00a0-]?\d{1,3})?$/.test(written)) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

/** The word before that says what a number is, if one does. */
const otherNumber =
  /(?:заказ\p{L}*|артикул\p{L}*|арт|штрих\p{L}*|обращени\p{L}*|заявк\p{L}*|чек\p{L}*|инн|огрн|накладн\p{L}*|трек\p{L}*|договор\p{L}*|серийн\p{L}*|код\p{L}*|талон\p{L}*|бронь|бронировани\p{L}*|полис\p{L}*|рейс\p{L}*|счет\p{L}*|счёт\p{L}*|тк|версия|order|item|barcode|ref|reference|ticket|invoice|tracking|serial|sku|article|booking|case|version|model|code|parcel|policy|flight|account|isbn)(?:\s+(?:номер|number|no|id|№))?[\s:#№.]*$/iu;
const phoneWord =
  /(?:тел|телефон\p{L}*|номер\p{L}*|мобил\p{L}*|сотов\p{L}*|звон\p{L}*|позвон\p{L}*|перезвон\p{L}*|наб[еи]р\p{L}*|вотсап\p{L}*|ватсап\p{L}*|вацап\p{L}*|whats\s?app|viber|вайбер\p{L}*|смс|sms|phone|cell|mobile|call|tel|text|number|reach|ring|contact|office|связи|связь)(?=[^\p{L}]|$)/iu;

const isPhone = ({
  written,
  digits,
  before,
}: {
  written: string;
  digits: string;
  before: string;
}): boolean => {
  const length = digits.length;
  if (/^[78]?800\d{7}$/.test(digits)) return false;
  if (written.includes("+")) return length >= 10 && length <= 15;
  if (otherNumber.test(before)) return false;
  if (/^\(?\d{1,4}(?:\.\d{1,4}){2,3}$/.test(written) && !/^\d{3}\.\d{3}\.\d{4}$/.test(written)) return false;
  const isGrouped = /\d[ \u00a0().\u2010-\u2014-]+\d/.test(written);
  const isNamed = phoneWord.test(before);
  if (length === 11 && /^[78][3-79]/.test(digits)) return true;
  if (length === 11 && /^[01]/.test(digits)) return isGrouped;
  if (
    length === 10 &&
    /^\(?\d{3}\)?[ .\u2010-\u2014-]?\d{3}[ .\u2010-\u2014-]\d{2}[ .\u2010-\u2014-]?\d{2}$/.test(written)
  )
    return true;
  if (length === 10 && digits.startsWith("0")) return isGrouped;
  if (isNamed && length >= 9 && length <= 12) return true;
  return isNamed && length === 7 && /^\d{3}[ -]\d{2}[ -]\d{2}$/.test(written);
};
