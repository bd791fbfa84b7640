import type { ReadLink } from "../kit/mail/notice.ts";

/** A page of a place on 2GIS, or of its cabinet, and what it is about. */
export const readLink: ReadLink = ({ hostname, pathname }) => {
  if (!/^(?:[\w-]+\.)*2gis\.(?:ru|com|kz|kg|uz|by|az|am|ge|ae)$/.test(hostname)) return null;
  const placeId = /\/(?:firm|geo|branches|inside\/\d+\/firm)\/(\d{6,20})/.exec(pathname)?.[1];
  const reviewId = /\/reviews?\/(?:review\/)?(\w{3,40})\/?$/.exec(pathname)?.[1];
  const isReview = placeId !== undefined && reviewId !== undefined && reviewId !== "reviews";
  return { placeId, reviewId: isReview ? reviewId : undefined };
};

export const pageOf = (placeId: string | undefined): string =>
  placeId ? `https://2gis.ru/firm/${placeId}/tab/reviews` : "https://account.2gis.com/";
