/** Credentials that no stand-in checks. */
export const anyone = {
  region: "eu-central-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
};

const silent = () => undefined;
/** A client of SQS goes where a queue's URL leads, which it warns of at each call where that is not AWS. */
export const sqsAnyone = { ...anyone, logger: { debug: silent, info: silent, warn: silent, error: silent } };

/** What a client of any other stand-in needs. */
export const client = (endpoint: string) => ({ ...anyone, endpoint });
