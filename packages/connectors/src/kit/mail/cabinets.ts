// The cabinets that write to a mailbox about reviews. What they write is read by the networks' own connectors, so that
// the mailbox's does not show it a second time. Addresses are from memory, and settings of both.

export const yandexBusinessSenders = ["@business.yandex.ru", "@sprav.yandex.ru", "@maps.yandex.ru"] as const;
export const twoGisSenders = ["@2gis.ru", "@2gis.com", "@account.2gis.com"] as const;

export const cabinetSenders: readonly string[] = [...yandexBusinessSenders, ...twoGisSenders];

/** Whether an address is one of these; "@example.com" stands for all of a domain and of those below it. */
export const isFrom = (address: string, senders: readonly string[]): boolean =>
  senders.some((sender) => {
    if (!sender.startsWith("@")) return address === sender;
    const domain = address.split("@")[1] ?? "";
    return domain === sender.slice(1) || domain.endsWith(`.${sender.slice(1)}`);
  });
