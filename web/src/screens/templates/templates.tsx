import type { Template } from "@otklik/core/template/template";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { newReplyId } from "../../drafts/reply-id.ts";
import { useIsWide } from "../../media.ts";
import { Button } from "../../parts/button.tsx";
import { Empty, Failed, Skeleton } from "../../parts/faces.tsx";
import { templatesQuery } from "../../queries.ts";
import { ScreenHead } from "../../shell/screen-head.tsx";
import { useSpeech } from "../../speech.tsx";
import { useWorkspace } from "../../workspace.tsx";
import { TemplateForm } from "./template-form.tsx";

/** The answers that are given again and again: the list, and the one being written. */
export function Templates() {
  const { words, language } = useSpeech();
  const { brand } = useWorkspace();
  const isWide = useIsWide();
  const query = useQuery(templatesQuery(brand));
  const [edited, setEdited] = useState<Template | null>(null);
  const begin = () =>
    setEdited({ id: newReplyId(), brandId: brand, title: "", shortcut: "", language, text: "" });
  const add = (
    <Button look={edited ? "plain" : "primary"} icon="plus" onClick={begin}>
      {words.templates.add}
    </Button>
  );
  const templates = query.data ?? [];
  const isNew = edited !== null && !templates.some(({ id }) => id === edited.id);
  return (
    <>
      <ScreenHead title={words.app.templates}>{templates.length > 0 || edited ? add : null}</ScreenHead>
      <div className="flex min-h-0 flex-1">
        {(isWide || !edited) && (
          <div className="flex min-h-0 w-full shrink-0 flex-col overflow-y-auto bg-surface wide:w-[360px] wide:border-r wide:border-line">
            {query.isPending ? (
              <Skeleton rows={6} />
            ) : query.isError && !query.data ? (
              <Failed what={words.templates.failed} error={query.error} retry={() => query.refetch()} />
            ) : templates.length === 0 && !edited ? (
              <Empty action={add}>{words.templates.empty}</Empty>
            ) : (
              <TemplateList templates={templates} editedId={edited?.id} onEdit={setEdited} />
            )}
          </div>
        )}
        {edited ? (
          <div className="min-w-0 flex-1 overflow-y-auto bg-surface">
            <TemplateForm key={edited.id} template={edited} isNew={isNew} onLeave={() => setEdited(null)} />
          </div>
        ) : (
          isWide && (
            <div className="min-w-0 flex-1 bg-surface">
              {templates.length > 0 && <Empty>{words.templates.pick}</Empty>}
            </div>
          )
        )}
      </div>
    </>
  );
}

interface TemplateListProps {
  templates: readonly Template[];
  editedId: string | undefined;
  onEdit(template: Template): void;
}

function TemplateList({ templates, editedId, onEdit }: TemplateListProps) {
  return (
    <ul>
      {templates.map((template) => (
        <li key={template.id}>
          <button
            type="button"
            aria-current={template.id === editedId}
            onClick={() => onEdit(template)}
            className="flex h-14 w-full flex-col justify-center border-b border-line px-5 text-left -outline-offset-2 hover:bg-hover aria-[current=true]:bg-wash"
          >
            <span className="flex w-full items-baseline justify-between gap-3">
              <span className="truncate font-semibold">{template.title}</span>
              <span className="shrink-0 text-xs text-ink-soft">
                {template.shortcut && `/${template.shortcut} · `}
                {template.language}
              </span>
            </span>
            <span lang={template.language} className="w-full truncate text-sm text-ink-soft">
              {template.text}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
