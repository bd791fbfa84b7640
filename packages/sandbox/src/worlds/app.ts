// A shopping list for families, as an app on two kinds of phones, heard in English and Russian. Invented for the demo.
import { appEnglish } from "./app-english.ts";
import { appRussian } from "./app-russian.ts";
import type { Lore, Named } from "./lexicon.ts";

const post = (number: number, daysAgo: number, [name, text]: [string, string]): Named => ({
  ...{ key: `post-${number}`, is: "post", name, text, daysAgo, gender: "neuter", forms: {} },
});

export const app: Lore = {
  subjects: [
    { key: "ios", is: "app", name: "Basketful: shopping list (demo), iOS", gender: "neuter", forms: {} },
    {
      key: "android",
      is: "app",
      name: "Basketful: shopping list (demo), Android",
      gender: "neuter",
      forms: {},
    },
  ],
  posts: [
    post(1, 62, [
      "Version 4.0",
      "Basketful 4.0 is here: shared lists, recipes and a calmer look. What do you think?",
    ]),
    post(2, 53, ["Рецепты", "Теперь рецепт превращается в список покупок одной кнопкой. Пробуйте!"]),
    post(3, 44, ["Version 4.1", "4.1 adds aisles: the list sorts itself the way your shop is built."]),
    post(4, 36, ["Тёмная тема", "Тёмная тема стала темнее. Для тех, кто дописывает список под одеялом."]),
    post(5, 28, ["Small team", "We are five people and a dog. Ask us anything, the dog answers on Fridays."]),
    post(6, 20, ["Подписка", "Семейная подписка теперь на шестерых. Базовые списки бесплатны, как и были."]),
    post(7, 10, ["Version 4.2", "4.2 is out with faster sync. Tell us how it feels."]),
    post(8, 7, [
      "About 4.2",
      "4.2.0 signed people out and hid their lists. Nothing is lost, 4.2.1 brings them back. We are sorry.",
    ]),
    post(9, 3, [
      "Спасибо",
      "Спасибо всем, кто писал нам в эти дни. Разобрали каждое обращение и записали, чему научились.",
    ]),
  ],
  releases: [
    { version: "4.0.2", daysAgo: 70 },
    { version: "4.1.0", daysAgo: 44 },
    { version: "4.1.1", daysAgo: 30 },
    { version: "4.2.0", daysAgo: 10 },
    { version: "4.2.1", daysAgo: 7 },
  ],
  incidentAbout: "ios",
  lexicons: [appEnglish, appRussian],
};
