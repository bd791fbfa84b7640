import type { Notice } from "@otklik/core/alert/notice";
import { noticesIn } from "./notices.ts";

/** What a customer may write to be more than a customer, by what it tries. */
export const hostile = {
  "call the channel": "<!channel> <!here> <@U123> <#C123> @channel @here @everyone",
  "make a link": "<https://evil.example/|Войти в Отклик> https://evil.example/a?b=c",
  "leave its quotation": "тихо\n>нет\n*жирно* _косо_ ```code``` `x`\u2028новая строка\r\n\r\nещё",
  "add a header": "Привет\r\nBcc: victim@example.com\r\nX-Evil: 1\r\n\r\nтело",
  "be a page": `<script>fetch("https://evil.example")</script><img src=x onerror="alert(1)"><style>*{display:none}</style>`,
  "close our page": `</p></div></body></html><h1>Ваш счёт</h1><a href="javascript:alert(1)">тут</a>`,
  "use entities": "&lt;b&gt; &amp; &#60;script&#62; &nbsp; \"'` {{author}} %0d%0a",
  "turn the writing": "\u202eлевоп\u202c \u2067שלום\u2069 \u200fمرحبا 5 < 6",
  "be endless": "ы".repeat(5000),
  "be endless in one emoji": "👩‍👩‍👧‍👦".repeat(700),
  "be half a letter": "\ud83d тест \udc00 \u0000\u0007\u001b[31m",
  "be what every object has": "constructor",
  "be nothing": " \u00a0\u200b\u2060\n ",
} as const;

/** A notice in which every word that is not ours is this one. */
export function hostileNotice(text: string, kind: "negative" | "failing" = "negative"): Notice {
  const notices = noticesIn("ru");
  if (kind === "failing") {
    const { failing } = notices;
    const top = failing.top.map((source) => ({ ...source, title: text, network: text, why: text }));
    return { ...failing, id: text, brand: text, top };
  }
  const { negative } = notices;
  const top = negative.top.map((mention) => ({
    ...mention,
    text,
    author: text,
    about: text,
    network: text,
    urgency: text,
  }));
  return { ...negative, id: text, brand: text, top };
}
