import type { LabelingView, MonthUseView } from "@otklik/core/api/routes/labeling";
import { useSpeech } from "../../speech.tsx";

const cell = "py-1.5 pr-6 text-right last:pr-0 first:text-left";
const figures = ["calls", "mentions", "labelled", "input", "cachedInput", "output"] as const;

/** What the model did and cost: this month in sentences, then this month and the last in numbers, by model. */
export function Use({ labeling }: { labeling: LabelingView }) {
  const { words, formats } = useSpeech();
  const { labeling: said } = words;
  const { model, monthlyUsd, months } = labeling;
  const [now] = months;
  const isUsed = months.some(({ models, usd }) => models.length > 0 || usd > 0);
  if (!now || !isUsed) return <p className="text-ink-soft">{said.noUse}</p>;
  const budget = Math.min(monthlyUsd ?? Infinity, model?.allowedUsd ?? Infinity);
  const nameOf = ({ month }: MonthUseView) => formats.month(new Date(`${month}-15T00:00:00Z`));
  const columns = months.flatMap((month) => month.models.map((one) => ({ ...one, month: nameOf(month) })));
  const share = formats.percent(now.byModel / Math.max(1, now.labels));
  return (
    <>
      {model && <p>{said.spent(formats.dollars(now.usd), formats.dollars(budget), nameOf(now))}</p>}
      {now.held > 0 && <p className="text-ink-soft">{said.held(formats.dollars(now.held))}</p>}
      {now.labels > 0 && (
        <p>{said.share(share, said.ofAll(formats.number(now.byModel), formats.number(now.labels)))}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen scrolls by keyboard */}
      <section tabIndex={0} aria-label={said.use} className="overflow-x-auto pt-3">
        <table>
          <thead>
            <tr>
              <td />
              {columns.map(({ month, name }) => (
                <th key={`${month} ${name}`} scope="col" className={`${cell} font-normal`}>
                  {month}
                  <span className="block text-sm text-ink-soft">{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row name={said.figures.spent} values={columns.map(({ usd }) => formats.dollars(usd))} />
            {figures.map((figure) => (
              <Row
                key={figure}
                name={said.figures[figure]}
                values={columns.map((column) => formats.number(column[figure]))}
              />
            ))}
          </tbody>
        </table>
      </section>
      <p className="pt-2 text-sm text-ink-soft">{said.months}</p>
    </>
  );
}

function Row({ name, values }: { name: string; values: readonly string[] }) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className={`${cell} font-normal text-ink-soft`}>
        {name}
      </th>
      {values.map((value, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column's place is its name here
        <td key={column} className={cell}>
          {value}
        </td>
      ))}
    </tr>
  );
}
