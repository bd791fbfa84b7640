/** A text in quotes, with a slash and neither space nor colon: what a blob's key looks like within JSON. */
const likeKey = /"([\w.-]+\/[\w./-]{1,180})"/g;

/** What may be keys of blobs in a row's or a message's JSON. A blob that nothing names is nobody's, and is not carried. */
export const namedKeys = (json: string): string[] => [...json.matchAll(likeKey)].map(([, key = ""]) => key);
