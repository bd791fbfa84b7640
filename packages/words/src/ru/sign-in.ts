import type { en } from "../en/index.ts";
import type { WordsOf } from "../words.ts";

export const signIn = {
  title: "Вход",
  signingIn: "Входим",
  explain: "Отклик впускает по ссылке. Получите её там, где он запущен:",
  command: "npx otklik sign-in you@example.com",
  used: "Эта ссылка уже сработала или устарела. Напечатайте новую:",
  linkHint: "Откройте ссылку, которую напечатает команда. Она работает один раз, в течение суток.",
} as const satisfies WordsOf<typeof en.signIn>;
