/** Who labels, what the model costs, and what it did. */
export const labeling = {
  failed: "Labels did not load",
  lead: "The embedded labeler reads every mention on this server, at no cost. A model may read again what it is unsure of.",
  who: "Who labels",
  asks: {
    never: "The embedded labeler alone",
    unsure: "The model, where it is unsure",
    always: "The model, always",
  },
  asksHint: {
    never: "No text leaves this server.",
    unsure: "Also texts in a language that it does not read. Costs least for what it brings.",
    always: "Every mention that has words. Costs most.",
  },
  sent: "What is sent: the customer’s words and stars, without name or address of the page.",
  budget: "Budget a month, US dollars",
  budgetHint: (allowed: string) =>
    `Up to ${allowed}, which the server’s settings allow. When it is spent, the embedded labeler goes on alone until the 1st.`,
  budgetWrong: (allowed: string) => `It should be an amount from 0 to ${allowed}.`,
  saved: "Saved",
  model: "Model",
  name: "Name",
  address: "Address",
  fromEnvironment: "Both are set on the server.",
  noModel: "No key is set, so the embedded labeler labels alone.",
  noModelWhy:
    "A model reads irony, mixed opinions and other languages better. It is asked only where that pays, within a budget. Any server that speaks OpenAI’s protocol will do, one of your own too.",
  noModelHow: "Set on the server, then start Otklik again:",
  variables: {
    OPENAI_API_KEY: "the key; any word for a server that wants none",
    OPENAI_BASE_URL: "the server’s address, if it is not OpenAI’s own",
    OTKLIK_OPENAI_MODEL: "the model, if not gpt-4.1-mini",
    OTKLIK_OPENAI_PRICES: "that model’s prices: input, cached input, output, dollars a million tokens",
    OTKLIK_OPENAI_BUDGET: "the most dollars a month, 20 unless set",
  },
  onAws: "On AWS they are parameters of the stage: see docs/aws.md.",
  use: "What it did and cost",
  noUse: "Nothing yet: no mention was shown to the model in these months.",
  months: "Months are counted in UTC.",
  figures: {
    spent: "Spent",
    calls: "Calls",
    mentions: "Shown to it",
    labelled: "Labelled by it",
    input: "Input tokens",
    cachedInput: "of them cached",
    output: "Output tokens",
  },
  spent: (usd: string, budget: string, month: string) => `${usd} of ${budget} spent in ${month}`,
  share: (share: string, counts: string) => `${share} of labels came from the model: ${counts}`,
  ofAll: (some: string, all: string) => `${some} of ${all}`,
  held: (usd: string) => `${usd} of it set aside for calls under way`,
  stopped:
    "The budget has no room for another call: the embedded labeler labels until the 1st. Raise the budget to go on.",
  trouble: {
    refused: (at: string) => `${at}: the model refused to answer; the embedded labels stand.`,
    malformed: (at: string) => `${at}: the model answered in another form; the embedded labels stand.`,
    throttled: (at: string) =>
      `${at}: the provider said: too many requests. It is asked again after a pause.`,
    unanswered: (at: string) => `${at}: the model did not answer in time; the embedded labels stand.`,
    unreachable: (at: string) =>
      `${at}: the address could not be reached. Check OPENAI_BASE_URL and the network.`,
    unavailable: (at: string) => `${at}: the provider had an error of its own; the embedded labels stand.`,
    rejected: (at: string) =>
      `${at}: the provider turned the request down. Check the key, the model’s name and the account’s balance.`,
  },
} as const;
