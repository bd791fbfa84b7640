import { useEffect, useRef } from "react";
import { useSpeech } from "../../speech.tsx";
import type { Picker } from "./use-picker.ts";

/** The templates found, above the composer; the focus stays in the text. */
export function TemplatePicker({ picker, id }: { picker: Picker; id: string }) {
  const { words } = useSpeech();
  const option = useRef<HTMLDivElement>(null);
  const chosenId = picker.chosen?.id;
  useEffect(() => {
    if (chosenId) option.current?.scrollIntoView({ block: "nearest" });
  }, [chosenId]);
  if (!picker.isOpen) return null;
  return (
    <div className="appear absolute inset-x-3 bottom-full z-10 mb-1 max-w-2xl overflow-hidden rounded-lg border border-line bg-raised shadow-float">
      <div
        role="listbox"
        id={`${id}-templates`}
        aria-label={words.composer.templates}
        className="max-h-64 overflow-y-auto p-1"
      >
        {picker.found.map((template) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text field
          <div
            key={template.id}
            id={`${id}-${template.id}`}
            ref={template.id === chosenId ? option : undefined}
            role="option"
            aria-selected={template.id === chosenId}
            // before the click, or the text field would lose the focus and the caret
            onMouseDown={(press) => {
              press.preventDefault();
              picker.pick(template);
            }}
            className="cursor-pointer rounded-md px-3 py-1.5 hover:bg-hover aria-selected:bg-wash"
          >
            <div className="flex items-baseline justify-between gap-3">
              <span className="truncate font-semibold">{template.title}</span>
              <span className="shrink-0 text-xs text-ink-soft">
                {template.shortcut && `/${template.shortcut} · `}
                {template.language}
              </span>
            </div>
            <p lang={template.language} className="truncate text-sm text-ink-soft">
              {template.text}
            </p>
          </div>
        ))}
      </div>
      <p className="border-t border-line px-4 py-1.5 text-xs text-ink-soft">
        {picker.found.length > 0 ? words.composer.templatesHint : words.composer.noTemplates}
      </p>
    </div>
  );
}
