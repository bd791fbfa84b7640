import type { LabelingView, MonthUseView } from "@otklik/core/api/routes/labeling";
import { useSpeech } from "../../speech.tsx";

const cell = "py-1.5 pr-5 text-right last:pr-0 first:text-left whitespace-nowrap";

/** What the model did and cost: this month in two sentences, then this month and the last in numbers, by model. */
export function Use({ labeling }: { labeling: LabelingView }) {
  const { words, formats } = useSpeech();
  const { labeling: said } = words;
  const { model, monthlyUsd, months } = labeling;
  const [now] = months;
  const isUsed = months.some(({ models, usd }) => models.length > 0 || usd > 0);
  const budget = Math.min(monthlyUsd ?? Infinity, model?.allowedUsd ?? Infinity);
  const nameOf = ({ month }: MonthUseView) => formats.month(new Date(`${month}-15T00:00:00Z`));
  if (!now || !isUsed) return <p className="text-ink-soft">{said.noUse}</p>;
  return (
    <>
      {model && <p>{said.spent(formats.dollars(now.usd), formats.dollars(budget), nameOf(now))}</p>}
      {now.held > 0 && <p className="text-ink-soft">{said.held(formats.dollars(now.held))}</p>}
      {now.labels > 0 && <p>{said.share(formats.number(now.byModel), now.labels)}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen scrolls by keyboard */}
      <section tabIndex={0} aria-label={said.use} className="overflow-x-auto pt-3">
        <table>
          <thead className="text-sm text-ink-soft">
            <tr>
              {Object.values(said.columns).map((name) => (
                <th key={name} scope="col" className={`${cell} font-normal`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.flatMap((month) =>
              month.models.map((one) => (
                <tr key={`${month.month} ${one.name}`} className="border-t border-line">
                  <th scope="row" className={`${cell} font-normal`}>
                    {nameOf(month)}
                    <span className="block text-sm text-ink-soft">{one.name}</span>
                  </th>
                  <td className={cell}>{formats.dollars(one.usd)}</td>
                  <td className={cell}>{formats.number(one.calls)}</td>
                  <td className={cell}>{formats.number(one.mentions)}</td>
                  <td className={cell}>{formats.number(one.labelled)}</td>
                  <td className={cell}>{formats.number(one.input)}</td>
                  <td className={cell}>{formats.number(one.cachedInput)}</td>
                  <td className={cell}>{formats.number(one.output)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
      <p className="pt-2 text-sm text-ink-soft">{said.months}</p>
    </>
  );
}
