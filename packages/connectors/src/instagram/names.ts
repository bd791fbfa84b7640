// How mentions are named by us. A comment on the brand's own media goes by its number; a mention elsewhere also tells
// the media it was made on, since it is answered by that.

export interface MentionedAt {
  media: string;
  /** Absent: the brand was named in the media's own caption. */
  comment?: string | undefined;
}

export const mentionName = ({ media, comment }: MentionedAt): string =>
  comment === undefined ? `mention/${media}` : `mention/${media}/${comment}`;

/** null: a comment on the brand's own media. */
export function mentionedAt(externalId: string): MentionedAt | null {
  const found = /^mention\/(\d+)(?:\/(\d+))?$/.exec(externalId);
  return found ? { media: found[1] as string, comment: found[2] } : null;
}

/** Photographs in which the brand was tagged; they cannot be answered by the API. */
export const tagName = (media: string): string => `tag/${media}`;
