import { describeConnector } from "../contracts/connector.ts";
import { describeWeek } from "../contracts/connector-week.ts";
import { openTwoGis, openYandexMaps } from "./assisted-bench.ts";

describeConnector("Yandex Maps", () => openYandexMaps());
describeWeek("Yandex Maps", () => openYandexMaps());
describeConnector("2GIS", () => openTwoGis());
describeWeek("2GIS", () => openTwoGis());
