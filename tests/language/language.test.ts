import { guessLanguage } from "@otklik/language/label/language";
import { tokensOf } from "@otklik/language/label/tokens";
import { describe, expect, it } from "vitest";

describe("guessLanguage", () => {
  it.each([
    ["ru", "Хороший магазин, приду ещё"],
    ["ru", "ок"],
    ["ru", "Купил iPhone 15 Pro Max у DNS"],
    ["ru", "Отличный магазин Nike"],
    ["ru", "Ochen horosho"],
    ["en", "good app"],
    ["es", "Excelente"],
    ["it", "Ottimo"],
    ["en", "The coffee was good and the staff kind"],
    ["uk", "Дуже смачно, дякую за швидку доставку"],
    ["uk", "Їжа холодна"],
    ["be", "Вельмі смачна, дзякуй, што ёсць такі ўтульны куток"],
    ["kk", "Қызмет өте жақсы, рахмет"],
    ["bg", "Много добър магазин, благодаря за обслужването"],
    ["de", "Das Essen war sehr gut, aber es ist zu teuer"],
    ["fr", "Le service est très bon et les plats sont chauds"],
    ["es", "La comida es muy buena y el lugar está limpio"],
    ["it", "Il cibo è molto buono e anche il servizio"],
    ["pt", "O atendimento é muito bom, obrigado"],
    ["pl", "Bardzo dobrze, polecam, tylko że drogo"],
    ["tr", "Çok güzel bir yer, ama hizmet kötü"],
    ["uz", "Ilova juda yaxshi, rahmat"],
    ["ja", "とても美味しかったです"],
    ["zh", "服务很好，味道不错"],
    ["ko", "정말 맛있어요"],
    ["ar", "الخدمة ممتازة"],
    ["el", "Πολύ καλό φαγητό"],
    ["he", "שירות מצוין"],
    ["ka", "ძალიან კარგია"],
    ["hy", "Շատ լավ է"],
    ["und", "👍👍"],
    ["und", "12345"],
    ["und", ""],
    ["und", "qwrtp zxcvb"],
  ])("tells %s from: %s", (language, text) => {
    expect(guessLanguage([{ text, tokens: tokensOf(text) }])).toBe(language);
  });
});
