export const signIn = {
  title: "Sign in",
  signingIn: "Signing in",
  explain: "Otklik signs you in by a link. Ask for one where it runs:",
  command: "npx otklik sign-in you@example.com",
  used: "This link was used already or is too old. Print a new one:",
  linkHint: "Open the link it prints. It works once, for a day.",
} as const;
