import { describeConnector } from "../../contracts/connector.ts";
import { describeMutations } from "../../contracts/connector-mutation.ts";
import { describeWeek } from "../../contracts/connector-week.ts";
import { openYandexMarket } from "./bench.ts";

describeConnector("Yandex Market", () => openYandexMarket({ posts: 40 }));
describeWeek("Yandex Market", () => openYandexMarket());
describeMutations("Yandex Market", () => openYandexMarket({ posts: 80 }));
