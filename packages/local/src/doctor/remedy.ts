import { connectors } from "@otklik/connectors";
import type { Source } from "@otklik/core/source/source";

/** The network is signed in to on a page of its own. */
export const hasConsentPage = ({ network }: Pick<Source, "network">): boolean =>
  connectors.find((one) => one.network === network)?.account.is === "oauth";

/** What gives a source a sign-in that is good. */
export const signInAgain = (source: Pick<Source, "id" | "network">): string =>
  hasConsentPage(source)
    ? "Open “Sources” in the app and choose “Reconnect”; the sources stay as they are"
    : `otklik source credential ${source.id} NAME=VALUE`;
