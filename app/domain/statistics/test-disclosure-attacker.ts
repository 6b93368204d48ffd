import {
  isNobody,
  knowledgeOf,
  passes,
  sharesOf,
  type Knowledge,
  type Published,
  type Quantity,
  type Shares,
  type TestRows,
} from "./test-disclosure-knowledge";
import {
  determinedSums,
  eliminate,
  fraction,
  ONE,
  reduceBy,
  spellOut,
  substitute,
  times,
  type Equation,
} from "./test-exact-system";

/*
 * An attacker of what is published of a month. It shares no code with what chooses the withheld cells: it knows the rows
 * (to tell whether what it found is a secret), the published values, and how figures are sums of one another.
 */

/** The sums, and that a cashless share is published as a share: its part is that much of its whole. */
export function equationsOf({ quantities, sums }: Knowledge): Equation[] {
  const zero = fraction(0);
  const equations = sums.map(([whole, parts]): Equation => ({
    terms: new Map([[whole, ONE], ...parts.map((part) => [part, fraction(-1)] as const)]),
    constant: zero,
  }));
  for (const [part, whole] of [
    ["cashless_value", "sales_goods_services"],
    ["cashless_orders", "orders"],
  ] as const) {
    const [above, below] = [quantities.get(part), quantities.get(whole)];
    if (!above || !below || above.published === null || below.value <= 0) continue;
    const share = fraction(above.value, below.value);
    const terms = new Map([[part, ONE] as const, [whole, times(share, fraction(-1))] as const]);
    equations.push({ terms: share[0] === 0n ? new Map([[part, ONE]]) : terms, constant: zero });
  }
  return equations;
}

export function publishedValues({ quantities }: Knowledge) {
  return new Map(
    [...quantities.values()].flatMap(({ name, published }) =>
      published === null ? [] : [[name, fraction(published)] as const],
    ),
  );
}

/** What the attacker found that it must not find, in words; empty when it found nothing. */
export function attack(rows: TestRows, published: Published): string[] {
  const knowledge = knowledgeOf(rows, published);
  const equations = equationsOf(knowledge);
  const known = publishedValues(knowledge);
  return [
    ...findSums(knowledge, equations, known),
    ...findPoints(
      knowledge,
      equations.map((equation) => substitute(equation, known)),
    ),
    ...findAsSeller(knowledge, equations, known),
  ];
}

type Known = ReadonlyMap<string, ReturnType<typeof fraction>>;

/** The equations in what is not known and is no sum of others. */
function unknownsOf(
  { definitions }: Knowledge,
  equations: readonly Equation[],
  known: Known,
): Equation[] {
  const facts = [...known].filter(([name]) => definitions.has(name)).map(toEquation);
  return [...equations, ...facts].map((equation) =>
    substitute(spellOut(equation, definitions), known),
  );
}

function toEquation([name, constant]: readonly [string, Equation["constant"]]): Equation {
  return { terms: new Map([[name, ONE]]), constant };
}

/** Sums that can be worked out, and must not be: a withheld figure itself, or what too few sellers are behind. */
export function findSums(
  knowledge: Knowledge,
  equations: readonly Equation[],
  known: Known,
): string[] {
  const { quantities, definitions } = knowledge;
  const unknowns = unknownsOf(knowledge, equations, known);
  const rows = eliminate(unknowns);
  const wholes = [...definitions.keys()].filter((name) => {
    const { isLatent = true, published = null } = quantities.get(name) ?? {};
    if (isLatent || published !== null) return false;
    const own = substitute(spellOut(toEquation([name, fraction(0)]), definitions), known);
    return reduceBy(own, rows).terms.size === 0;
  });
  const sums = determinedSums(unknowns).flatMap(({ names, value }) => {
    const members = names.flatMap((name) => quantities.get(name) ?? []);
    // What only another edition speaks of is that one's secret.
    if (members.length < names.length) return [];
    if (value[1] !== 1n || Number(value[0]) !== members.reduce((sum, one) => sum + one.value, 0)) {
      throw new Error(`worked out wrong: ${names.join(" + ")}`);
    }
    const [first] = members;
    if (members.length === 1 && first && !first.isLatent) return [`${first.name} is determined`];
    const shares = together(members);
    return isNobody(shares) || passes(shares) ? [] : [`too small: ${names.join(" + ")}`];
  });
  return [...wholes.map((name) => `${name} is determined`), ...sums];
}

function together(members: readonly Quantity[]): Shares {
  const rows = members.flatMap(({ shares }) =>
    Array.from(shares, ([householdId, share]) => ({ householdId, ...share })),
  );
  return sharesOf(rows, ({ size, net }) => [size, net]);
}

/** Bounds, pushed through every sum until they stand: a secret whose lowest and highest value meet. */
function findPoints(
  { quantities, definitions }: Knowledge,
  equations: readonly Equation[],
): string[] {
  const low = new Map([...quantities.values()].map(({ name, least }) => [name, least]));
  const high = new Map([...quantities.keys()].map((name) => [name, Infinity]));
  const rows = [...equations, ...eliminate(equations).map(({ row }) => row)];
  for (let round = 0, moved = true; moved && round < 20; round += 1) {
    moved = false;
    for (const { terms, constant } of rows) {
      for (const [name, own] of terms) {
        // own x name = constant - the others, whose highest gives the lowest of it and the other way round.
        let [least, most] = [toNumber(constant), toNumber(constant)];
        for (const [other, coefficient] of terms) {
          if (other === name) continue;
          const factor = toNumber(coefficient);
          const ends = [low.get(other) ?? -Infinity, high.get(other) ?? Infinity].map(
            (end) => factor * end,
          );
          least -= Math.max(...ends);
          most -= Math.min(...ends);
        }
        const ends = [least / toNumber(own), most / toNumber(own)];
        const [from, to] = [Math.min(...ends), Math.max(...ends)];
        moved ||= from > (low.get(name) ?? -Infinity) || to < (high.get(name) ?? Infinity);
        low.set(name, Math.max(from, low.get(name) ?? -Infinity));
        high.set(name, Math.min(to, high.get(name) ?? Infinity));
      }
    }
  }
  return [...quantities.values()].flatMap(({ name, published, isLatent, shares, value }) => {
    if (isLatent && definitions.has(name)) return [];
    const isPoint = low.get(name) === value && high.get(name) === value && published === null;
    if (!isPoint || (isLatent && (isNobody(shares) || passes(shares)))) return [];
    return [`${name} has one possible value`];
  });
}

const toNumber = ([a, b]: readonly [bigint, bigint]) => Number(a) / Number(b);

/**
 * Each seller knows its own sales and takes them away, and so knows all of a cell where it is alone. What it then
 * works out must not be the sales of one other seller.
 */
function findAsSeller(
  knowledge: Knowledge,
  equations: readonly Equation[],
  known: Known,
): string[] {
  const { quantities } = knowledge;
  const secrets = [...quantities.values()].filter(({ published }) => published === null);
  const everybody = new Set(secrets.flatMap(({ shares }) => [...shares.keys()]));
  return [...everybody].flatMap((seller) => {
    const own = secrets.filter(
      ({ shares }) => shares.has(seller) && isNobody(without(shares, seller)),
    );
    if (own.length === 0) return [];
    const told = own.map(({ name, value }) => [name, fraction(value)] as const);
    const unknowns = unknownsOf(knowledge, equations, new Map([...known, ...told]));
    return determinedSums(unknowns).flatMap(({ names }) => {
      const others = without(together(names.flatMap((name) => quantities.get(name) ?? [])), seller);
      const behind = [...others.values()].filter(({ size, net }) => size !== 0 || net !== 0);
      return behind.length === 1 ? [`${seller} finds one other in ${names.join(" + ")}`] : [];
    });
  });
}

function without(shares: Shares, seller: string): Shares {
  return new Map([...shares].filter(([id]) => id !== seller));
}
