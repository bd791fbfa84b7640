import type { Connector } from "@otklik/core/connector";
import { twoGis } from "./2gis/index.ts";
import { appStore } from "./app-store/index.ts";
import { appStoreFeed } from "./app-store-feed/index.ts";
import { email } from "./email/index.ts";
import { file } from "./file/index.ts";
import { googleBusiness } from "./google-business/index.ts";
import { googlePlay } from "./google-play/index.ts";
import { instagram } from "./instagram/index.ts";
import { ozon } from "./ozon/index.ts";
import { telegram } from "./telegram/index.ts";
import { vk } from "./vk/index.ts";
import { webPage } from "./web-page/index.ts";
import { wildberries } from "./wildberries/index.ts";
import { yandexMaps } from "./yandex-maps/index.ts";
import { yandexMarket } from "./yandex-market/index.ts";

/** Every network, one line each. A link or a file is shown to them in this order; a web page takes any link, so last. */
export const connectors: readonly Connector[] = [
  file,
  wildberries,
  ozon,
  yandexMarket,
  vk,
  telegram,
  instagram,
  googleBusiness,
  yandexMaps,
  twoGis,
  appStore,
  appStoreFeed,
  googlePlay,
  email,
  webPage,
];
