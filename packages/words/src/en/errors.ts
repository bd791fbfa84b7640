/** What to say of a failed request, by the API's code, where its own message is not for a person. */
export const errors = {
  offline: "no connection to the server",
  "bad-input": "the request was not understood",
  "signed-out": "you are signed out",
  forbidden: "this is not allowed",
  "not-found": "there is no such thing any more",
  conflict: "someone else was faster",
  "too-large": "that is too large",
  unreadable: "it cannot be read",
  "too-many": "too many requests, wait a minute",
  unavailable: "the server is busy, try again in a minute",
  unknown: "the server failed, try again",
  broken: "This screen failed. What you typed is kept.",
  reload: "Load it again",
} as const;
