import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { call } from "../api.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { prefer, type Theme, usePreferences } from "../preferences.ts";
import { useSpeech } from "../speech.tsx";
import { useWorkspace } from "../workspace.tsx";
import { showOverlay } from "./overlay.ts";

const languageNames = { ru: "Русский", en: "English" } as const;
const themes: readonly Theme[] = ["system", "light", "dark"];

/** How this person likes the app. */
export function Settings() {
  const { words } = useSpeech();
  const { me } = useWorkspace();
  const { language, theme, letterKeys } = usePreferences();
  return (
    <Dialog title={words.app.settings} onClose={() => showOverlay(null)} className="max-w-md">
      <div className="flex flex-col gap-5 p-5">
        <Choice legend={words.app.language}>
          {(["ru", "en"] as const).map((one) => (
            <Radio
              key={one}
              name="language"
              lang={one}
              label={languageNames[one]}
              isChosen={language === one}
              onChoose={() => prefer({ language: one })}
            />
          ))}
        </Choice>
        <Choice legend={words.app.theme}>
          {themes.map((one) => (
            <Radio
              key={one}
              name="theme"
              label={words.app.themes[one]}
              isChosen={theme === one}
              onChoose={() => prefer({ theme: one })}
            />
          ))}
        </Choice>
        <label className="flex min-h-8 items-start gap-2.5">
          <input
            type="checkbox"
            className="mt-0.5 size-4 accent-accent"
            checked={letterKeys}
            onChange={() => prefer({ letterKeys: !letterKeys })}
          />
          <span>
            {words.app.letterKeys}
            <span className="block text-sm text-ink-soft">{words.app.letterKeysHint}</span>
          </span>
        </label>
        <div className="flex items-center justify-between gap-3 border-t border-line pt-4">
          <span className="truncate text-ink-soft">{me.email}</span>
          <SignOut />
        </div>
      </div>
    </Dialog>
  );
}

function SignOut() {
  const { words } = useSpeech();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const leave = () => {
    showOverlay(null);
    navigate("/sign-in");
    client.clear();
  };
  return (
    <Button onClick={() => call("POST /api/sign-out", {}).finally(leave)}>{words.actions.signOut}</Button>
  );
}

function Choice({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-x-5">{children}</div>
    </fieldset>
  );
}

interface RadioProps {
  name: string;
  label: string;
  lang?: string;
  isChosen: boolean;
  onChoose(): void;
}

function Radio({ name, label, lang, isChosen, onChoose }: RadioProps) {
  return (
    <label className="flex min-h-8 items-center gap-2">
      <input
        type="radio"
        name={name}
        className="size-4 accent-accent"
        checked={isChosen}
        onChange={onChoose}
      />
      <span lang={lang}>{label}</span>
    </label>
  );
}
