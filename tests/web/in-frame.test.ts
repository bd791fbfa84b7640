import { describe, expect, it } from "vitest";
import { inFrame } from "../../web/src/commands/in-frame.ts";

function frames() {
  const moves: number[] = [];
  const scheduled: (() => void)[] = [];
  const move = inFrame(
    (steps) => moves.push(steps),
    (run) => scheduled.push(run),
  );
  const draw = () => {
    for (const run of scheduled.splice(0)) run();
  };
  return { moves, move, draw };
}

describe("inFrame", () => {
  it("moves once a frame by all that was asked for", () => {
    const { moves, move, draw } = frames();
    move(1);
    move(1);
    move(1);
    draw();
    move(-1);
    draw();
    expect(moves).toEqual([3, -1]);
  });

  it("moves at once when a verb follows, and not again with the frame", () => {
    const { moves, move, draw } = frames();
    move(1);
    move.flush();
    expect(moves).toEqual([1]);
    draw();
    expect(moves).toEqual([1]);
  });

  it("does not move where the steps cancel out", () => {
    const { moves, move, draw } = frames();
    move(1);
    move(-1);
    draw();
    expect(moves).toEqual([]);
  });
});
