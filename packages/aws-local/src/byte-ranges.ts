import type { Stored } from "@otklik/aws/stored-row";
import { compareBytes } from "@otklik/core/table-rules";

interface AskedQuery {
  KeyConditionExpression?: string;
  ExpressionAttributeNames: Record<string, string>;
  ExpressionAttributeValues: Stored;
  ExclusiveStartKey?: Stored;
  ScanIndexForward?: boolean;
}
interface Page {
  Items: Stored[];
  LastEvaluatedKey?: Stored;
}

/** From here on JavaScript's order of texts is another than that of their bytes. */
const beyond = /[\ud800-\uffff]/;
const condition = /^(.*) AND (#\w+) (>=|<=|BETWEEN) (:\w+)(?: AND (:\w+))?$/;

/**
 * dynalite keeps its rows by bytes, as DynamoDB does, but checks the ends of a range as JavaScript compares texts, and
 * so refuses queries that DynamoDB takes. Such a one is asked without the end it runs to (and, going on from a key,
 * without the one it began at), and what lies behind is cut off the answer.
 * @returns null for a query that dynalite understands
 */
export function aroundRange(body: string): { body: string; cut: (answer: string) => string } | null {
  const asked = JSON.parse(body) as AskedQuery;
  const [, partition = "", name = "", operator, one = "", two = ""] =
    condition.exec(asked.KeyConditionExpression ?? "") ?? [];
  if (operator === undefined) return null;
  const { [one]: first, [two]: second, ...values } = asked.ExpressionAttributeValues;
  const sortKey = asked.ExpressionAttributeNames[name] ?? "";
  if (![first, second, asked.ExclusiveStartKey?.[sortKey]].some((part) => beyond.test(part?.S ?? "")))
    return null;

  const low = operator === "<=" ? undefined : first?.S;
  const high = operator === "<=" ? first?.S : second?.S;
  const forward = asked.ScanIndexForward !== false;
  const begin = asked.ExclusiveStartKey ? undefined : forward ? low : high;
  const { [name]: _, ...otherNames } = asked.ExpressionAttributeNames;
  const range = begin === undefined ? "" : ` AND ${name} ${forward ? ">=" : "<="} :begin`;
  const isBefore = ({ [sortKey]: at }: Stored): boolean => {
    const sk = at?.S ?? "";
    if (forward) return high === undefined || compareBytes(sk, high) <= 0;
    return low === undefined || compareBytes(sk, low) >= 0;
  };
  return {
    body: JSON.stringify({
      ...asked,
      KeyConditionExpression: partition + range,
      ExpressionAttributeNames: range ? asked.ExpressionAttributeNames : otherNames,
      ExpressionAttributeValues: { ...values, ...(range ? { ":begin": { S: begin } } : {}) },
    }),
    cut(answer) {
      const { LastEvaluatedKey, ...page } = JSON.parse(answer) as Page;
      const Items = page.Items.filter(isBefore);
      const goesOn = LastEvaluatedKey && Items.length === page.Items.length ? { LastEvaluatedKey } : {};
      return JSON.stringify({ ...page, Items, Count: Items.length, ...goesOn });
    },
  };
}
