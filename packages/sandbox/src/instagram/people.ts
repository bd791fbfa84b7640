// Who and what there is in the simulated Instagram: an app, a person who manages a Page, its professional account, and
// those who comment.
import { chance } from "../chance.ts";

export const app = { id: "900100200300400", secret: "demo-instagram-app-secret", name: "Otklik" };
export const person = { id: "10220000000000001", name: "Анна Демонова" };
export const page = { id: "109000000000001", name: "Ромашка: косметика" };
export const pageToken = "EAAPdemoPageToken";
export const profile = {
  id: "17841400000000001",
  username: "romashka.demo",
  name: "Ромашка",
};
/** Good for ever, for those who want to look without signing in. */
export const demoToken = "EAADdemo-instagram-token";

export const scopes = [
  ...["instagram_basic", "instagram_manage_comments", "pages_show_list", "pages_read_engagement"],
  ...["pages_manage_metadata", "business_management"],
];

/** A speaker of the world's as Instagram shows one: by a name in Latin letters. */
export function userOf({ key, name }: { key: string; name: string }): { id: string; username: string } {
  const luck = chance(`instagram/${key}`);
  const number = luck.int(100_000_000, 999_999_999);
  const plain = [...name.toLowerCase()].map(
    (letter) => latin[letter] ?? (/[a-z0-9]/.test(letter) ? letter : "_"),
  );
  const username = `${plain.join("").replace(/_+/g, "_").replace(/^_|_$/g, "") || "user"}.${number % 1000}`;
  return { id: `17841${number}${luck.int(100, 999)}`, username };
}

const latin: Readonly<Record<string, string>> = {
  ...{ а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "y" },
  ...{ к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f" },
  ...{ х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "sch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya" },
};

/** Of media and comments alike, as texts: they are past 2^53. */
export const numberFor = (n: number): string => `178${String(90_000_000_000_000 + n)}`;
export const mediaId = (place: number): string => `179${String(10_000_000_000_000 + place)}`;

/** Such as "2020-06-01T10:56:52+0000". */
export const stamp = (at: Date): string => at.toISOString().replace(/\.\d{3}Z$/, "+0000");
