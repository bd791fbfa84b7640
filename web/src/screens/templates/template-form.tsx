import type { Template } from "@otklik/core/template/template";
import { languages } from "@otklik/words";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useRef, useState } from "react";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { say } from "../../notices.ts";
import { Button } from "../../parts/button.tsx";
import { FieldNote, fieldLook, TextField } from "../../parts/field.tsx";
import { templatesQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";

const variables = ["author", "product", "brand", "location"] as const;

interface TemplateFormProps {
  template: Template;
  isNew: boolean;
  onLeave(): void;
}

/** One template being written. What was typed stays when saving fails. */
export function TemplateForm({ template, isNew, onLeave }: TemplateFormProps) {
  const speech = useSpeech();
  const { templates, actions } = speech.words;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const client = useQueryClient();
  const { queryKey } = templatesQuery(template.brandId);
  const [form, setForm] = useState(template);
  const change = (part: Partial<Template>) => setForm({ ...form, ...part });

  const save = useMutation({
    mutationFn: () => call("PUT /api/templates/:id", form),
    onSuccess: (saved) => {
      client.setQueryData(queryKey, (known) =>
        known?.some((one) => one.id === saved.id)
          ? known.map((one) => (one.id === saved.id ? saved : one))
          : [...(known ?? []), saved],
      );
      say({ text: templates.saved });
      onLeave();
    },
  });
  const remove = useMutation({
    mutationFn: () => call("DELETE /api/templates/:id", { id: template.id, brandId: template.brandId }),
    onSuccess: () => {
      client.setQueryData(queryKey, (known) => known?.filter((one) => one.id !== template.id));
      const putBack = () =>
        call("PUT /api/templates/:id", template).then(() => client.invalidateQueries({ queryKey }));
      say({ text: templates.deleted, until: Date.now() + 10_000, undo: () => void putBack() });
      onLeave();
    },
  });
  const error = save.error ?? remove.error;
  const insert = (name: string) => {
    const { selectionStart = form.text.length, selectionEnd = form.text.length } = area.current ?? {};
    change({ text: `${form.text.slice(0, selectionStart)}{{${name}}}${form.text.slice(selectionEnd)}` });
    area.current?.focus();
  };
  return (
    <form
      className="flex max-w-2xl flex-col gap-4 p-5"
      onSubmit={(submit) => {
        submit.preventDefault();
        save.mutate();
      }}
    >
      <TextField
        label={templates.name}
        value={form.title}
        onChange={(title) => change({ title })}
        maxLength={120}
        required
        autoFocus={isNew}
      />
      <div className="grid gap-4 wide:grid-cols-2">
        <TextField
          label={templates.shortcut}
          hint={templates.shortcutHint}
          value={form.shortcut}
          onChange={(shortcut) => change({ shortcut: shortcut.replace(/\s/g, "") })}
          maxLength={32}
        />
        <LanguageField language={form.language} onChange={(language) => change({ language })} />
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="font-semibold">
          {templates.text}
        </label>
        <textarea
          id={id}
          ref={area}
          lang={form.language}
          required
          maxLength={10_000}
          rows={7}
          aria-describedby={`${id}-more`}
          className={`field-sizing-content min-h-40 ${fieldLook}`}
          value={form.text}
          onChange={(typed) => change({ text: typed.target.value })}
        />
        <FieldNote id={`${id}-more`} hint={templates.textHint} />
        <div className="flex flex-wrap gap-2">
          {variables.map((name) => (
            <Button key={name} icon="plus" onClick={() => insert(name)}>
              {templates.variable[name]}
            </Button>
          ))}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        <Button type="submit" look="primary" disabled={save.isPending}>
          {actions.save}
        </Button>
        <Button onClick={onLeave}>{actions.cancel}</Button>
        {!isNew && (
          <Button className="ml-auto" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {actions.remove}
          </Button>
        )}
      </div>
      <FieldNote id={`${id}-note`} error={error ? explain(error, speech) : undefined} />
    </form>
  );
}

function LanguageField({ language, onChange }: { language: string; onChange(language: string): void }) {
  const { words, formats } = useSpeech();
  const id = useId();
  const known: readonly string[] = languages;
  const offered = known.includes(language) ? known : [...known, language];
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {words.templates.language}
      </label>
      <select
        id={id}
        className={fieldLook}
        value={language}
        onChange={(change) => onChange(change.target.value)}
      >
        {offered.map((tag) => (
          <option key={tag} value={tag}>
            {formats.languageName(tag)}
          </option>
        ))}
      </select>
    </div>
  );
}
