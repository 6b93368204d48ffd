import { equationsOf } from "./test-disclosure-attacker";
import {
  isNobody,
  knowledgeOf,
  passes,
  type Knowledge,
  type Quantity,
  type Shares,
} from "./test-disclosure-knowledge";
import { eliminate, fraction, ONE, reduceBy, substitute, type Equation } from "./test-exact-system";
import type { Edition } from "./test-edition-attacker";

/*
 * An attacker of what the later of two editions withholds and the earlier one told, if only as a zero. It has both, and
 * takes every value that did not change to be known not to have. It shares no code with what chooses the withheld cells.
 */

/** What it found, in words: values of the later edition, or changes of too few sellers together. */
export function attackRevision(first: Edition, second: Edition): string[] {
  const before = knowledgeOf(first.rows, first);
  const after = knowledgeOf(second.rows, second);
  const names = [...after.quantities.keys()];
  const moved = new Map(names.map((name) => [name, movesOf(before, after, name)] as const));
  const isTold = (name: string) => toldBefore(before, name) !== null;
  const isOldNews = (name: string) => isTold(name) && isNobody(moved.get(name) ?? new Map());
  // Goods and services together tell no more than services, which are looked at themselves. Of the two ways to pay, cash
  // or not, the total's change is one's or the other's: whoever knows which has it from the total.
  const isNews = (name: string) => !/^(cashless|sales_goods_services)/.test(name);
  const secrets = [...after.quantities.values()].filter(
    ({ name, published, isLatent, shares }) =>
      published === null &&
      !isLatent &&
      !isNobody(shares) &&
      isTold(name) &&
      !isOldNews(name) &&
      isNews(name),
  );
  if (secrets.length === 0) return [];
  const equations = [...equationsOf(before), ...laterEquations(after, moved, before)];
  const rows = eliminate(equations);
  const found = secrets.filter(({ name }) => isDetermined([name], rows));
  const sellers = new Set([...moved.values()].flatMap((shares) => [...shares.keys()]));
  return [
    ...found.map(({ name }) => `${name} is determined`),
    ...[...sellers].flatMap((seller) => findAsSeller(seller, { secrets, moved, equations })),
    ...findFew(after, moved, isTold),
  ];
}

/** By how much each seller's part of it differs between the editions. */
function movesOf(before: Knowledge, after: Knowledge, name: string): Shares {
  const old: Shares = before.quantities.get(name)?.shares ?? new Map();
  const now: Shares = after.quantities.get(name)?.shares ?? new Map();
  const ids = new Set([...old.keys(), ...now.keys()]);
  const moves: Shares = new Map();
  for (const id of ids) {
    const net = (now.get(id)?.net ?? 0) - (old.get(id)?.net ?? 0);
    if (net !== 0) moves.set(id, { size: Math.abs(net), net });
  }
  return moves;
}

/** The value as the earlier edition told it; of a cell that its list did not name, nothing. */
function toldBefore({ quantities }: Knowledge, name: string): number | null {
  const old = quantities.get(name);
  if (old) return old.published;
  const [breakdown = ""] = name.split(" ");
  return [...quantities.keys()].some((one) => one.startsWith(`${breakdown} `)) ? 0 : null;
}

/** The later edition's equations and what it told, each value as the earlier one and its change. */
function laterEquations(
  after: Knowledge,
  moved: ReadonlyMap<string, Shares>,
  before: Knowledge,
): Equation[] {
  const split = ({ terms, constant }: Equation): Equation => {
    const both = [...terms].flatMap(([name, coefficient]) => {
      const change = [`change of ${name}`, coefficient] as const;
      const isNew = !before.quantities.has(name);
      const old = isNew && toldBefore(before, name) === 0 ? [] : [[name, coefficient] as const];
      return isNobody(moved.get(name) ?? new Map()) ? old : [...old, change];
    });
    return { terms: new Map(both), constant };
  };
  const told = [...after.quantities.values()].flatMap(({ name, published }) =>
    published === null ? [] : [{ terms: new Map([[name, ONE]]), constant: fraction(published) }],
  );
  const toldFirst = [...before.quantities.values()].flatMap(({ name, published }) =>
    published === null ? [] : [{ terms: new Map([[name, ONE]]), constant: fraction(published) }],
  );
  return [...toldFirst, ...[...equationsOf(after), ...told].map(split)];
}

function isDetermined(names: readonly string[], rows: ReturnType<typeof eliminate>): boolean {
  const sum = {
    terms: new Map(names.map((name) => [`change of ${name}`, ONE])),
    constant: fraction(0),
  };
  return reduceBy(sum, rows).terms.size === 0;
}

type Attack = {
  secrets: readonly Quantity[];
  moved: ReadonlyMap<string, Shares>;
  equations: readonly Equation[];
};

/**
 * A seller knows by how much it changed what nobody else did. What it then works out must not be the sales of one other.
 */
function findAsSeller(seller: string, { secrets, moved, equations }: Attack): string[] {
  const own = new Map(
    [...moved].flatMap(([name, moves]) => {
      const change = moves.get(seller);
      if (!change || moves.size > 1) return [];
      return [[`change of ${name}`, fraction(change.net)] as const];
    }),
  );
  if (own.size === 0) return [];
  const rows = eliminate(equations.map((equation) => substitute(equation, own)));
  return secrets
    .filter(({ name, shares }) => {
      const others = [shares, moved.get(name) ?? new Map()].map((all: Shares) => {
        const behind = [...all].filter(
          ([id, part]) => id !== seller && (part.size !== 0 || part.net !== 0),
        );
        return behind.length;
      });
      return !name.endsWith(" sellers") && others.includes(1) && isDetermined([name], rows);
    })
    .map(({ name }) => `${seller} finds ${name}`);
}

/** Of each breakdown what is withheld changed by a sum that is known: it must be that of enough sellers. */
function findFew(
  after: Knowledge,
  moved: ReadonlyMap<string, Shares>,
  isTold: (name: string) => boolean,
): string[] {
  return ["commune", "set", "stars", "method"].flatMap((dimension) =>
    ["sales", "orders"].flatMap((what) => {
      const hidden = [...after.quantities.values()].filter(
        ({ name, published }) =>
          published === null && name.startsWith(`${dimension} `) && name.endsWith(` ${what}`),
      );
      const changed = hidden.filter(({ name }) => !isNobody(moved.get(name) ?? new Map()));
      if (!changed.some(({ name }) => isTold(name))) return [];
      const whole = what === "sales" ? "sales_goods" : "orders";
      if (after.quantities.get(whole)?.published === null) return [];
      const all: Shares = new Map();
      for (const { name } of changed) {
        for (const [id, { size, net }] of moved.get(name) ?? []) {
          const sum = all.get(id) ?? { size: 0, net: 0 };
          all.set(id, { size: sum.size + size, net: sum.net + net });
        }
      }
      return passes(all) ? [] : [`too few changed ${changed.map(({ name }) => name).join(" + ")}`];
    }),
  );
}
