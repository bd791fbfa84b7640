import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { ApiError, call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { Button } from "../../parts/button.tsx";
import { prefer } from "../../preferences.ts";
import { useSpeech } from "../../speech.tsx";
import { takeToken } from "./token.ts";

/** Signs in by the link's token; without one it says how to get a link. */
export function SignIn() {
  const speech = useSpeech();
  const { signIn, actions } = speech.words;
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [token, setToken] = useState(takeToken);
  const enter = useMutation({
    mutationFn: (given: string) => call("POST /api/sign-in", { token: given }),
    onSuccess: () => {
      client.clear();
      navigate("/inbox", { replace: true });
    },
  });
  const { mutate } = enter;
  useEffect(() => {
    if (token) mutate(token);
  }, [token, mutate]);
  useEffect(() => {
    // a link opened in the tab that already shows this page changes the fragment alone
    const look = () => setToken(takeToken());
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, []);
  const isUsed = enter.error instanceof ApiError && enter.error.status === 401;
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-4 px-6 py-12">
      <p className="flex items-center gap-2 font-semibold">
        <img src="/icon.svg" alt="" width="24" height="24" />
        {speech.words.app.name}
      </p>
      <h1 className="text-xl font-semibold">{signIn.title}</h1>
      {token && !enter.error ? (
        <p role="status">{signIn.signingIn}</p>
      ) : enter.error && !isUsed ? (
        <div role="alert">
          <p className="mb-3">{explain(enter.error, speech)}</p>
          <Button look="primary" onClick={() => token && mutate(token)}>
            {actions.retry}
          </Button>
        </div>
      ) : (
        <>
          <p role={isUsed ? "alert" : undefined}>{isUsed ? signIn.used : signIn.explain}</p>
          <code className="rounded-md border border-line bg-surface px-4 py-3 select-all">
            {signIn.command}
          </code>
          <p className="text-ink-soft">{signIn.linkHint}</p>
        </>
      )}
      <LanguageSwitch />
    </main>
  );
}

function LanguageSwitch() {
  const { language } = useSpeech();
  const other = language === "ru" ? "en" : "ru";
  return (
    <button
      type="button"
      lang={other}
      className="mt-6 min-h-8 self-start text-accent underline underline-offset-2"
      onClick={() => prefer({ language: other })}
    >
      {other === "ru" ? "Русский" : "English"}
    </button>
  );
}
