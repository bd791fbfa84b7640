import type { Connector } from "@otklik/core/connector";
import { file } from "./file/index.ts";
import { instagram } from "./instagram/index.ts";
import { telegram } from "./telegram/index.ts";
import { vk } from "./vk/index.ts";
import { webPage } from "./web-page/index.ts";
import { wildberries } from "./wildberries/index.ts";
import { yandexMarket } from "./yandex-market/index.ts";

/** Every network, one line each. A link or a file is shown to them in this order; a web page takes any link, so last. */
export const connectors: readonly Connector[] = [
  file,
  wildberries,
  yandexMarket,
  vk,
  telegram,
  instagram,
  webPage,
];
