/** Of the sentiment model that is shipped; it stands on each label. Another model takes another name. */
export const modelName = "embedded-7";
