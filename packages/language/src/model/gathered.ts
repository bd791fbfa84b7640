/**
 * Numbers that are gathered first and looked up together afterwards. Where tables are larger than what the processor keeps
 * at hand, most of a look-up is waiting; of look-ups that follow each other at once it waits for several at a time.
 */
export interface Gathered {
  numbers: Int32Array;
  count: number;
}

export const gathering = (): Gathered => ({ numbers: new Int32Array(256), count: 0 });

export const gather = (into: Gathered, number: number): void => {
  if (into.count === into.numbers.length) {
    const more = new Int32Array(into.count * 2);
    more.set(into.numbers);
    into.numbers = more;
  }
  into.numbers[into.count] = number;
  into.count += 1;
};
