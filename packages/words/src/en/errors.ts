/** What to say of a failed request, by its code, where the API itself said nothing. */
export const errors = {
  offline: "No connection to the server.",
  "bad-input": "The request was not understood.",
  "signed-out": "You are signed out.",
  forbidden: "This is not allowed.",
  "not-found": "There is no such thing any more.",
  conflict: "Someone else was faster.",
  "too-large": "That is too large.",
  unreadable: "It cannot be read.",
  "too-many": "Too many requests, wait a minute.",
  unavailable: "The server is busy, try again in a minute.",
  unknown: "The server failed, try again.",
  broken: "This screen failed. What you typed is kept.",
  reload: "Load it again",
} as const;
