import type { Labelled } from "@otklik/core/label/labeler";

/** Twenty reviews of a usual length, about 45 tokens each, half of them Russian and half English; all made up. */
export const typicalReviews: readonly Labelled[] = [
  [
    5,
    "Заказываю тут уже третий раз, всё приходит вовремя и хорошо упаковано. Крем лёгкий, кожа после него мягкая, запах ненавязчивый. Продавцу спасибо, буду брать ещё и подругам посоветую.",
  ],
  [
    2,
    "Курьер опоздал на два часа, пицца приехала холодная, а коробка была мятая. В поддержке сказали, что ничего сделать не могут. За такие деньги ожидала большего.",
  ],
  [
    4,
    "Уютное место, вкусный кофе и свежая выпечка, персонал приветливый. Минус один: по выходным не найти свободный столик, а очередь стоит почти до самой двери.",
  ],
  [
    1,
    "После последнего обновления приложение вылетает сразу при входе, не могу ни перевести деньги, ни посмотреть остаток. Переустановка не помогла. Исправьте, пожалуйста, поскорее, очень неудобно.",
  ],
  [
    3,
    "Кроссовки удобные, но маломерят на размер, пришлось менять на другие. Обмен занял почти две недели. Качество за свою цену нормальное, подошва мягкая, цвет как на фото.",
  ],
  [
    5,
    "Была на приёме у врача Смирновой, очень внимательный специалист. Всё подробно объяснила, назначила только нужные анализы. В клинике чисто, приняли точно по времени, без очереди.",
  ],
  [
    1,
    "Пришла явно подделка: шрифт на коробке другой, запах резкий, держится минут десять. Продавец на сообщения не отвечает. Требую вернуть деньги, иначе напишу в Роспотребнадзор.",
  ],
  [
    2,
    "Чайник проработал ровно месяц и перестал включаться. В сервисе продержали три недели и вернули с тем же дефектом. Больше технику этой марки покупать не стану и вам не советую.",
  ],
  [
    4,
    "Ребёнку игрушка понравилась, детали крупные, краска не пахнет. Инструкция только на китайском, собирали по картинкам почти час. В остальном за эти деньги всё отлично, советую.",
  ],
  [
    5,
    "Отличный магазин у дома: овощи свежие, кассиры вежливые, всегда есть скидки на молочку. Хотелось бы только, чтобы вечером работало больше двух касс, а то очередь.",
  ],
  [
    5,
    "Second time I have ordered from this shop and it has been flawless again. The parcel came two days early, everything was wrapped well, and the mug looks even better than it does in the photos on the site.",
  ],
  [
    1,
    "The driver was rude, he took a longer route on purpose and I was charged almost double. I have written to support three times since Monday and nobody has answered me. I am done with this app, I will use another one.",
  ],
  [
    4,
    "Lovely little hotel close to the station, the bed was comfortable and breakfast was great. The walls are thin though, so we could hear our neighbours until well past midnight on both nights of our stay.",
  ],
  [
    2,
    "The jacket looks nice but the zip broke after a week and the lining is already coming apart. I asked for a refund and they offered me a ten percent voucher instead, which is not good enough for a coat at this price.",
  ],
  [
    3,
    "Decent headphones for the price. The sound is clear and the battery lasts the whole day, but they hurt my ears after an hour and the microphone makes me sound like I am sitting under water on every call.",
  ],
  [
    5,
    "Dr. Hale took the time to explain every option and never made me feel rushed. The front desk was kind, I waited maybe five minutes, and the whole visit cost a good deal less than I had expected it to.",
  ],
  [
    1,
    "My daughter got a red itchy rash after using this shampoo twice. The label says it is safe for children. Please check this batch, and tell me how I can send the bottle back to you without paying for it.",
  ],
  [
    2,
    "Since the update I have to sign in every single time and the transfer screen freezes at the last step. It used to be the best banking app around. Please bring the old version back soon, or at least fix this one.",
  ],
  [
    4,
    "Good coffee and friendly staff, my favourite spot for working in the morning. Prices went up again last month and the toilets could be cleaner, but I keep coming back for the cinnamon buns and the view from the window.",
  ],
  [
    5,
    "Bought this blender for smoothies and it crushes ice without any trouble. It is easy to clean, quieter than my old one, and the jar feels solid. Would buy it again for this price, and my sister has ordered one too.",
  ],
].map(([stars, text]) => ({
  kind: "review",
  text: String(text),
  rating: { stars: Number(stars), outOf: 5 },
}));
