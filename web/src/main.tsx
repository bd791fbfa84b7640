import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { navigate } from "wouter/use-browser-location";
import { App } from "./app.tsx";
import { applyTheme } from "./preferences.ts";
import { newQueryClient } from "./queries.ts";
import { SpeechProvider } from "./speech.tsx";
import "./styles.css";

applyTheme();

const client = newQueryClient(() => {
  client.clear();
  if (location.pathname !== "/sign-in") navigate("/sign-in");
});

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={client}>
      <SpeechProvider>
        <App />
      </SpeechProvider>
    </QueryClientProvider>,
  );
}
