interface Written {
  from: { address: string; name?: string | undefined };
  to: { address: string; name?: string | undefined };
  subject: string;
  /** Message-ID, as all ids here without angle brackets. */
  id: string;
  /** The letter that it answers, and the thread before it with that letter last. */
  answers?: { id: string; thread: readonly string[] };
  at: Date;
  text: string;
}

/** A letter of plain text as it goes over the wire (RFC 5322). */
export async function composed({ from, to, subject, id, answers, at, text }: Written): Promise<Uint8Array> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const composer = new MailComposer({
    from: person(from),
    to: person(to),
    subject,
    messageId: `<${id}>`,
    ...(answers && {
      inReplyTo: `<${answers.id}>`,
      references: answers.thread.map((one) => `<${one}>`),
    }),
    date: at,
    text,
    textEncoding: "base64",
  });
  return composer.compile().build();
}

const person = ({ address, name = "" }: Written["from"]) => ({ address, name });
