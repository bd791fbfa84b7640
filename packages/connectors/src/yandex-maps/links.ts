import type { ReadLink } from "../kit/mail/notice.ts";

const host = /^(?:[\w-]+\.)*yandex\.(?:ru|com|by|kz|uz|com\.tr|eu)$/;

/** A page of Yandex Maps or of the cabinet of Yandex Business, and what it is about. */
export const readLink: ReadLink = ({ hostname, pathname, searchParams }) => {
  if (!host.test(hostname)) return null;
  const onMaps = /^\/maps\/(?:[\w-]+\/)*org\/(?:[^/]+\/)?(\d+)/.exec(pathname)?.[1];
  const inCabinet = /^\/sprav\/(?:[\w-]+\/)*?(\d+)/.exec(pathname)?.[1];
  const placeId = onMaps ?? inCabinet ?? searchParams.get("oid") ?? undefined;
  if (!placeId && !/^\/(?:maps|sprav)(?:\/|$)/.test(pathname)) return null;
  const reviewId = searchParams.get("reviews[publicId]") ?? searchParams.get("reviewId") ?? undefined;
  return { placeId, reviewId };
};

/** Where a place's reviews are answered. */
export const pageOf = (placeId: string | undefined): string =>
  placeId ? `https://yandex.ru/sprav/${placeId}/p/edit/reviews/` : "https://yandex.ru/sprav/";
