import { NetworkFault } from "@otklik/core/errors";

const wall =
  /(?:вы не робот|а не робот|защита от ботов|smart-?captcha|g-recaptcha|hcaptcha|are you (?:a )?(?:human|robot)|unusual traffic|checking your browser|verify you are human)/iu;
/** A wall has little else on it; a page that only holds a form with a captcha is longer. */
const longest = 60_000;
const hoursToWait = 6;

/** A page that asks its reader to prove to be no robot, as it comes with the status of a success. */
export const isBotWall = (html: string): boolean => html.length <= longest && wall.test(html);

/** It is not solved and not gone around: the site is left alone for hours. */
export const takenForRobot = (host: string, now: Date): NetworkFault =>
  new NetworkFault(
    "throttled",
    {
      ru: `Сайт ${host} принял нас за робота и вместо страницы показал проверку. Обходить её мы не будем: попробуем позже.`,
      en: `${host} took us for a robot and showed a test in the place of the page. It is not gone around: it will be tried later.`,
    },
    { retryAt: new Date(now.getTime() + hoursToWait * 3_600_000) },
  );
