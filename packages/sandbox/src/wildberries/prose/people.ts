import type { Gender } from "./template.ts";

/** First names only, as the network shows them; nobody in particular. */
export const authors: readonly { name: string; gender: Gender }[] = [
  ..."Анна Мария Елена Ольга Наталья Татьяна Ирина Светлана Екатерина Юлия Дарья Марина Людмила Галина Валентина Ксения Полина Вера Надежда Алина Виктория Оксана Кристина Евгения Алёна Лариса Тамара Диана Яна Жанна Гульнара Айгуль Зоя Рита Инна Эльвира"
    .split(" ")
    .map((name) => ({ name, gender: "feminine" }) as const),
  ..."Алексей Сергей Дмитрий Андрей Игорь Роман Артём Виктор Павел Максим Денис Руслан Тимур Никита Олег"
    .split(" ")
    .map((name) => ({ name, gender: "masculine" }) as const),
];
