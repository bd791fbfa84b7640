import { type SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";

/** What nodemailer's `createTransport` takes to send its messages by SES, each whole as MIME. */
export const sesTransport = (client: SESv2Client) => ({ SES: { sesClient: client, SendEmailCommand } });
