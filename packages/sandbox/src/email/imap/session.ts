// One conversation with an IMAP client: RFC 3501 with LITERAL answers, UIDPLUS (4315) and SPECIAL-USE (6154).
import type { Doorkeeper } from "../door.ts";
import { type Folder, folders, type Mail, type Postbox } from "../postbox.ts";
import { fetched } from "./fetch.ts";
import { searched, UnknownSearch, within } from "./search.ts";
import { encodedName, quoted, type Word } from "./words.ts";

export const capabilities = "IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2 SPECIAL-USE UIDPLUS IDLE UNSELECT";

export interface Session {
  /** What a command is answered with, its tag's line included. `more` asks for a further line of the client's. */
  answer(tag: string, command: string, words: readonly Word[]): { text: string; ends?: true; more?: More };
}
/** Goes on with the line that the client sends next. */
export type More = (line: string) => { text: string; ends?: true };

export function openSession({ box, door }: { box: Postbox; door: Doorkeeper }): Session {
  let isIn = false;
  let selected: { path: string; changes: boolean } | null = null;
  const folderNamed = (word: Word | undefined): Folder | undefined =>
    folders.find(
      ({ path }) => encodedName(path) === word || (path === "INBOX" && /^inbox$/i.test(String(word))),
    );

  const enter = (tag: string, allowed: boolean) => {
    isIn = allowed;
    if (!allowed) return { text: `${tag} NO [AUTHENTICATIONFAILED] Invalid login or password\r\n` };
    return { text: `${tag} OK [CAPABILITY ${capabilities}] Logged in\r\n` };
  };

  const open = (tag: string, folder: Folder, changes: boolean): string => {
    selected = { path: folder.path, changes };
    const { validity, nextUid } = box.standing(folder.path);
    return [
      `* ${box.mails(folder.path).length} EXISTS`,
      "* 0 RECENT",
      "* FLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft)",
      `* OK [PERMANENTFLAGS (${changes ? "\\Seen \\Answered \\Flagged \\Deleted \\Draft" : ""})] flags`,
      `* OK [UIDVALIDITY ${validity}] validity`,
      `* OK [UIDNEXT ${nextUid}] next`,
      `${tag} OK [${changes ? "READ-WRITE" : "READ-ONLY"}] opened\r\n`,
    ].join("\r\n");
  };

  /** The mails of a set, each with its place in the folder. */
  const named = (set: string, byUid: boolean): { mail: Mail; place: number }[] => {
    const mails = selected ? box.mails(selected.path) : [];
    const greatest = byUid ? (mails.at(-1)?.uid ?? 0) : mails.length;
    return mails
      .map((mail, at) => ({ mail, place: at + 1 }))
      .filter(({ mail, place }) => within(set, byUid ? mail.uid : place, greatest));
  };

  const store = (set: string, [how = "", flags = []]: readonly Word[], byUid: boolean): string => {
    const given = [flags].flat().map(String);
    return named(set, byUid)
      .map(({ mail, place }) => {
        const kept = mail.flags.filter((flag) => !given.includes(flag));
        const sign = String(how)[0];
        box.flag(mail, sign === "-" ? kept : sign === "+" ? [...mail.flags, ...given] : given);
        const isSilent = /SILENT/i.test(String(how));
        return isSilent ? "" : `* ${place} FETCH (UID ${mail.uid} FLAGS (${mail.flags.join(" ")}))\r\n`;
      })
      .join("");
  };

  const expunge = (set: string): string => {
    let gone = "";
    for (const { mail, place } of named(set, true).reverse()) {
      if (!mail.flags.includes("\\Deleted")) continue;
      box.remove(mail);
      gone += `* ${place} EXPUNGE\r\n`;
    }
    return gone;
  };

  const commands: Record<string, (tag: string, words: readonly Word[], byUid: boolean) => string> = {
    NOOP: (tag) => `${tag} OK done\r\n`,
    LIST(tag, [, pattern = ""]) {
      const isAll = pattern === "*" || pattern === "%";
      const wanted = folders.filter((folder) => isAll || folderNamed(pattern) === folder);
      const lines = wanted.map(
        ({ path, use = "" }) => `* LIST (${use}) "/" ${quoted(encodedName(path))}\r\n`,
      );
      return `${lines.join("")}${tag} OK listed\r\n`;
    },
    LSUB(tag) {
      const lines = folders.map(({ path }) => `* LSUB () "/" ${quoted(encodedName(path))}\r\n`);
      return `${lines.join("")}${tag} OK listed\r\n`;
    },
    STATUS(tag, [name]) {
      const folder = folderNamed(name);
      if (!folder) return `${tag} NO [NONEXISTENT] no such folder\r\n`;
      const { validity, nextUid } = box.standing(folder.path);
      const counts = `MESSAGES ${box.mails(folder.path).length} UIDNEXT ${nextUid} UIDVALIDITY ${validity}`;
      return `* STATUS ${quoted(encodedName(folder.path))} (${counts} UNSEEN 0)\r\n${tag} OK told\r\n`;
    },
    SEARCH(tag, keys, byUid) {
      try {
        const uids = searched(selected ? box.mails(selected.path) : [], keys);
        const places = named(uids.join(",") || "0", true).map(({ place }) => place);
        return `* SEARCH ${(byUid ? uids : places).join(" ")}\r\n${tag} OK found\r\n`;
      } catch (error) {
        if (!(error instanceof UnknownSearch)) throw error;
        return `${tag} BAD unknown search: ${error.message}\r\n`;
      }
    },
    FETCH(tag, [set = "", ...asked], byUid) {
      const lines = named(String(set), byUid).map(({ mail, place }) => fetched(mail, place, asked, byUid));
      return `${lines.join("")}${tag} OK fetched\r\n`;
    },
    STORE: (tag, [set = "", ...rest], byUid) =>
      selected?.changes
        ? `${store(String(set), rest, byUid)}${tag} OK stored\r\n`
        : `${tag} NO the folder is open for reading only\r\n`,
    EXPUNGE: (tag, [set = "1:*"]) =>
      selected?.changes
        ? `${expunge(String(set))}${tag} OK expunged\r\n`
        : `${tag} NO the folder is open for reading only\r\n`,
    APPEND(tag, [name, ...rest]) {
      const folder = folderNamed(name);
      if (!folder) return `${tag} NO [TRYCREATE] no such folder\r\n`;
      const flags = rest.find((word) => Array.isArray(word)) ?? [];
      const raw = String(rest.at(-1) ?? "");
      const uid = box.put({ folder: folder.path, at: door.now(), raw, flags: [flags].flat().map(String) });
      return `${tag} OK [APPENDUID ${box.standing(folder.path).validity} ${uid}] kept\r\n`;
    },
    CLOSE(tag) {
      selected = null;
      return `${tag} OK closed\r\n`;
    },
  };
  commands.UNSELECT = commands.CLOSE as NonNullable<typeof commands.CLOSE>;

  return {
    answer(tag, command, words) {
      if (command === "CAPABILITY") return { text: `* CAPABILITY ${capabilities}\r\n${tag} OK told\r\n` };
      if (command === "LOGOUT") return { text: `* BYE good-bye\r\n${tag} OK done\r\n`, ends: true };
      if (command === "LOGIN") {
        const [user, password] = words.map(String);
        return enter(tag, door.allowsPassword(user ?? "", password ?? ""));
      }
      if (command === "AUTHENTICATE") {
        const [way, initial] = words.map(String);
        const judged = (line: string) => enter(tag, door.allowsSasl(way ?? "", line));
        return initial === undefined ? { text: "+ \r\n", more: judged } : judged(initial);
      }
      if (command === "NOOP") return { text: `${tag} OK done\r\n` };
      if (!isIn) return { text: `${tag} BAD sign in first\r\n` };
      if (command === "IDLE") return { text: "+ idling\r\n", more: () => ({ text: `${tag} OK idled\r\n` }) };
      if (command === "SELECT" || command === "EXAMINE") {
        const folder = folderNamed(words[0]);
        if (!folder) return { text: `${tag} NO [NONEXISTENT] no such folder\r\n` };
        return { text: open(tag, folder, command === "SELECT") };
      }
      const byUid = command === "UID";
      const name = byUid ? String(words[0]).toUpperCase() : command;
      const run = commands[name];
      const text = run?.(tag, byUid ? words.slice(1) : words, byUid);
      return { text: text ?? `${tag} BAD unknown command\r\n` };
    },
  };
}
