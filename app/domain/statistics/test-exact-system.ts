/** Linear equations over the rationals, solved exactly; written for tests that attack what is published. */

/** An exact fraction, its denominator above 0. */
type Fraction = readonly [bigint, bigint];

/** Sum of coefficient x unknown = constant. */
export type Equation = { terms: ReadonlyMap<string, Fraction>; constant: Fraction };

const ZERO: Fraction = [0n, 1n];
export const ONE: Fraction = [1n, 1n];

export function fraction(numerator: number | bigint, denominator: number | bigint = 1): Fraction {
  const below = BigInt(denominator);
  return reduce(below < 0n ? [-BigInt(numerator), -below] : [BigInt(numerator), below]);
}

function reduce([a, b]: Fraction): Fraction {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? ZERO : [a / x, b / x];
}

const plus = ([a, b]: Fraction, [c, d]: Fraction) => reduce([a * d + c * b, b * d]);
export const times = ([a, b]: Fraction, [c, d]: Fraction) => reduce([a * c, b * d]);
const negative = ([a, b]: Fraction): Fraction => [-a, b];
const inverse = ([a, b]: Fraction): Fraction => (a < 0n ? [-b, -a] : [b, a]);

/** `equation` + factor x `other`. */
function add(equation: Equation, other: Equation, factor: Fraction): Equation {
  const terms = new Map(equation.terms);
  for (const [name, coefficient] of other.terms) {
    const sum = plus(terms.get(name) ?? ZERO, times(coefficient, factor));
    if (sum[0] === 0n) terms.delete(name);
    else terms.set(name, sum);
  }
  return { terms, constant: plus(equation.constant, times(other.constant, factor)) };
}

/** Puts what is known in place of its unknown. */
export function substitute(equation: Equation, known: ReadonlyMap<string, Fraction>): Equation {
  let result = equation;
  for (const [name, coefficient] of equation.terms) {
    const value = known.get(name);
    if (!value) continue;
    const itself = { terms: new Map([[name, ONE]]), constant: value };
    result = add(result, itself, negative(coefficient));
  }
  return result;
}

/** Puts its parts in place of what is a sum of them. */
export function spellOut(
  equation: Equation,
  definitions: ReadonlyMap<string, readonly string[]>,
): Equation {
  const defined = [...equation.terms].find(([name]) => definitions.has(name));
  if (!defined) return equation;
  const [whole, coefficient] = defined;
  const parts = (definitions.get(whole) ?? []).map((part) => [part, fraction(-1)] as const);
  const definition = { terms: new Map([[whole, ONE], ...parts]), constant: ZERO };
  return spellOut(add(equation, definition, negative(coefficient)), definitions);
}

/** What is left of an equation when rows of `eliminate` have taken away all that they tell of it. */
export function reduceBy(
  equation: Equation,
  rows: readonly { pivot: string; row: Equation }[],
): Equation {
  let row = equation;
  for (const done of rows) {
    const coefficient = row.terms.get(done.pivot);
    if (coefficient) row = add(row, done.row, negative(coefficient));
  }
  return row;
}

/** Reduced row echelon form: every row has an unknown (`pivot`) that no other row has, with coefficient 1. */
export function eliminate(equations: readonly Equation[]): { pivot: string; row: Equation }[] {
  let rows: { pivot: string; row: Equation }[] = [];
  for (const equation of equations) {
    const row = reduceBy(equation, rows);
    const [first] = row.terms;
    if (!first) {
      if (row.constant[0] !== 0n) throw new Error("what is published contradicts itself");
      continue;
    }
    const [pivot, coefficient] = first;
    const scaled = add({ terms: new Map(), constant: ZERO }, row, inverse(coefficient));
    rows = rows.map((done) => {
      const factor = done.row.terms.get(pivot);
      return factor ? { ...done, row: add(done.row, scaled, negative(factor)) } : done;
    });
    rows.push({ pivot, row: scaled });
  }
  return rows;
}

/**
 * Every sum of unknowns, each taken once, that the equations determine and that is not two such sums put together: each
 * with its value. A sum has at the pivots what the rows are taken with, so that taking each row or leaving it finds
 * them all, part by part that share no unknown.
 */
export function determinedSums(
  equations: readonly Equation[],
): { names: string[]; value: Fraction }[] {
  const found: { names: string[]; value: Fraction }[] = [];
  for (const part of partsOf(eliminate(equations).map(({ row }) => row))) {
    if (part.length > 14) throw new Error("too many equations to try every sum");
    for (let taken = 1; taken < 2 ** part.length; taken += 1) {
      let sum: Equation = { terms: new Map(), constant: ZERO };
      for (const [i, row] of part.entries()) if ((taken >> i) % 2 === 1) sum = add(sum, row, ONE);
      const isSum = [...sum.terms.values()].every(([a, b]) => a === 1n && b === 1n);
      if (isSum) found.push({ names: [...sum.terms.keys()], value: sum.constant });
    }
  }
  // Where one is within another, what is left of that is determined as well.
  return found.filter(
    ({ names }) =>
      !found.some((one) => one.names.length < names.length && isWithin(one.names, names)),
  );
}

function isWithin(few: readonly string[], many: readonly string[]): boolean {
  return few.every((name) => many.includes(name));
}

function partsOf(rows: readonly Equation[]): Equation[][] {
  const parts: { names: Set<string>; rows: Equation[] }[] = [];
  for (const row of rows) {
    const names = new Set(row.terms.keys());
    const merged = { names, rows: [row] };
    for (const part of parts.filter((one) => [...one.names].some((name) => names.has(name)))) {
      for (const name of part.names) names.add(name);
      merged.rows.push(...part.rows);
      parts.splice(parts.indexOf(part), 1);
    }
    parts.push(merged);
  }
  return parts.map((part) => part.rows);
}
