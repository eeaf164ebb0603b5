// Reads the drawing of a profiled plan that the server sends: expected rows, rows and reads of the
// store, then the operator, set in by bars for the branch it stands on.

/** One operator of a plan. */
export interface PlanStep {
  operator: string;
  details: string;
  /** How deep it stands in the tree. */
  depth: number;
  /** What the planner had expected. */
  expected: number;
  rows: number;
  dbHits: number;
}

const line = /^\s*([\d.]+)\s+(\d+)\s+(\d+)\s+((?:\| )*)\+(\S+)\s*(.*)$/;

/** The operators in the order of the drawing, the last to run first; empty if it is no such drawing. */
export function readPlan(drawing: string): PlanStep[] {
  return drawing.split('\n').flatMap((text) => {
    const parts = line.exec(text);
    if (!parts) return [];
    const [, expected, rows, dbHits, bars, operator, details] = parts;
    return [
      {
        operator: operator!,
        details: details!.trim(),
        depth: bars!.length / 2,
        expected: Number(expected),
        rows: Number(rows),
        dbHits: Number(dbHits),
      },
    ];
  });
}
