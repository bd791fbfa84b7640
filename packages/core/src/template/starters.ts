import type { Template } from "./template.ts";

/** What a new brand begins with, in both languages; meant to be rewritten in the brand's own voice. */
export const starterTemplates: readonly Omit<Template, "id" | "brandId">[] = [
  {
    title: "Спасибо за отзыв",
    shortcut: "спасибо",
    language: "ru",
    text: "Здравствуйте, {{author|дорогой покупатель}}! Спасибо, что нашли время рассказать о своих впечатлениях. Рады, что вам понравилось.",
  },
  {
    title: "Разберёмся",
    shortcut: "разбор",
    language: "ru",
    text: "Здравствуйте, {{author|дорогой покупатель}}! Нам жаль, что так вышло. Мы уже проверяем, что произошло, и вернёмся к вам с ответом.",
  },
  {
    title: "О товаре",
    shortcut: "товар",
    language: "ru",
    text: "Здравствуйте! Спасибо за вопрос о товаре «{{product}}».",
  },
  {
    title: "Thank you",
    shortcut: "thanks",
    language: "en",
    text: "Hello {{author|there}}! Thank you for taking the time to tell us how it went. We are glad that you liked it.",
  },
  {
    title: "We will look into it",
    shortcut: "sorry",
    language: "en",
    text: "Hello {{author|there}}! We are sorry that this happened. We are finding out what went wrong and will come back to you with an answer.",
  },
  {
    title: "About the product",
    shortcut: "product",
    language: "en",
    text: "Hello! Thank you for asking about “{{product}}”.",
  },
];
