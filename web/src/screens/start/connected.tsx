import { Redirect, useLocation } from "wouter";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { useSpeech } from "../../speech.tsx";

/** Connected; what the network's credential is too weak for stands here before the inbox opens. */
export function Connected({ warnings }: { warnings: readonly { ru: string; en: string }[] }) {
  const { words, language } = useSpeech();
  const [, navigate] = useLocation();
  if (warnings.length === 0) return <Redirect to="/inbox" />;
  return (
    <div role="status" className="mx-auto flex max-w-md flex-col gap-4 px-5 py-16">
      <h1 className="text-xl font-semibold">{words.start.warnings}</h1>
      <ul className="flex flex-col gap-2">
        {warnings.map((warning) => (
          <li key={warning.en} className="flex gap-2">
            <Icon name="warning" className="mt-0.5 text-mixed" />
            {warning[language]}
          </li>
        ))}
      </ul>
      <Button look="primary" className="self-start" onClick={() => navigate("/inbox")}>
        {words.start.goOn}
      </Button>
    </div>
  );
}
