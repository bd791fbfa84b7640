// What the cabinets of Yandex Business and 2GIS write about a new review. INVENTED: nobody has recorded such a letter
// for us, so these stand for "some letter with stars, words, a place and a link", and each says so in a header.
import { resident } from "./door.ts";
import { written } from "./letter.ts";

export interface Noticed {
  id: string;
  at: Date;
  author: string;
  stars: number;
  text: string;
  /** Of the place: its name, and its number on the network. */
  place: string;
  placeId: string;
  reviewId: string;
}

const synthetic = ["Auto-Submitted: auto-generated", "X-Otklik-Synthetic: yes"];

export const yandexNotice = ({ id, at, author, stars, text, place, placeId, reviewId }: Noticed): string => {
  const page = `https://yandex.ru/maps/org/${placeId}/reviews/?reviews%5BpublicId%5D=${reviewId}`;
  const cabinet = `https://yandex.ru/sprav/${placeId}/p/edit/reviews/`;
  return written({
    ...{ id, at, to: resident, headers: synthetic },
    from: { name: "Яндекс Бизнес", address: "noreply@business.yandex.ru" },
    subject: `Новый отзыв: ${place}`,
    text: `Здравствуйте!\n\nО вашей организации оставили новый отзыв.\n\n${place}\n\n${author}\nОценка: ${stars} из 5\n\n${text}\n\nПосмотреть отзыв: ${page}\nОтветить в кабинете: ${cabinet}\n\nВы получили это письмо, потому что включили уведомления об отзывах.`,
    html: pageOf({
      lead: "О вашей организации оставили новый отзыв.",
      ...{ place, author, text },
      rating: `Оценка: ${stars} из 5`,
      links: [
        ["Посмотреть отзыв", page],
        ["Ответить в кабинете", cabinet],
      ],
      foot: "Вы получили это письмо, потому что включили уведомления об отзывах.",
    }),
  });
};

export const twoGisNotice = ({ id, at, author, stars, text, place, placeId, reviewId }: Noticed): string => {
  const page = `https://2gis.ru/firm/${placeId}/tab/reviews/review/${reviewId}`;
  return written({
    ...{ id, at, to: resident, headers: synthetic },
    from: { name: "2ГИС", address: "no-reply@2gis.ru" },
    subject: `Новый отзыв в 2ГИС — ${place}`,
    text: `Новый отзыв\n\nФилиал: ${place}\nАвтор: ${author}\n${"★".repeat(stars)}${"☆".repeat(5 - stars)}\n\n«${text}»\n\nОткрыть отзыв\n${page}\n\nЛичный кабинет: https://account.2gis.com/`,
  });
};

const pageOf = (of: {
  lead: string;
  place: string;
  author: string;
  rating: string;
  text: string;
  links: readonly (readonly [string, string])[];
  foot: string;
}): string =>
  `<html><body><p>Здравствуйте!</p><p>${of.lead}</p><h2>${escaped(of.place)}</h2><div>${escaped(of.author)}</div>` +
  `<div>${of.rating}</div><p>${escaped(of.text).replaceAll("\n", "<br>")}</p>` +
  of.links.map(([name, url]) => `<p><a href="${url}">${name}</a></p>`).join("") +
  `<small>${of.foot}</small></body></html>`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
