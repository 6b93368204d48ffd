import { equationsOf } from "./test-disclosure-attacker";
import { isNobody, knowledgeOf, type Knowledge, type Shares } from "./test-disclosure-knowledge";
import type { Edition } from "./test-edition-attacker";
import { eliminate, fraction, ONE, reduceBy, type Equation } from "./test-exact-system";

/**
 * Attacks all editions of a month together, taking each value that is made of the same in two of them to be known to be
 * the same. In words, what a later one withholds, no other tells, and is found.
 */
export function attackTogether(editions: readonly Edition[]): string[] {
  const all = editions.map((edition) => knowledgeOf(edition.rows, edition));
  const names = new Map(all.map((knowledge) => [knowledge, namesIn(knowledge)] as const));
  const nameOf = (knowledge: Knowledge, name: string) => names.get(knowledge)?.get(name) ?? name;
  const equations = all.flatMap((knowledge, i) => {
    const own = equationsOf(knowledge).map(({ terms, constant }) => ({
      terms: new Map([...terms].map(([name, factor]) => [nameOf(knowledge, name), factor])),
      constant,
    }));
    return [...own, ...toldBy(knowledge, nameOf), ...unlisted(all, i)];
  });
  const rows = eliminate(equations);
  const told = new Set(
    equations.filter(({ terms }) => terms.size === 1).flatMap(({ terms }) => [...terms.keys()]),
  );
  return all.slice(1).flatMap((knowledge, i) =>
    [...knowledge.quantities.values()].flatMap(({ name, published, isLatent, shares }) => {
      const own = nameOf(knowledge, name);
      const isSecret = published === null && !isLatent && !isNobody(shares) && !told.has(own);
      if (!isSecret || /^(cashless|sales_goods_services)/.test(name)) return [];
      const sum = { terms: new Map([[own, ONE]]), constant: fraction(0) };
      return reduceBy(sum, rows).terms.size === 0 ? [`${name} of edition ${i + 2}`] : [];
    }),
  );
}

type NameOf = (knowledge: Knowledge, name: string) => string;

/** Each quantity by what it is made of: the same in two editions has one name. */
function namesIn({ quantities }: Knowledge): Map<string, string> {
  return new Map([...quantities].map(([name, { shares }]) => [name, `${name} ${textOf(shares)}`]));
}

function textOf(shares: Shares): string {
  const parts = [...shares].filter(([, { net }]) => net !== 0);
  return parts
    .map(([id, { net }]) => `${id}:${net}`)
    .toSorted()
    .join(",");
}

function toldBy(knowledge: Knowledge, nameOf: NameOf): Equation[] {
  return [...knowledge.quantities.values()].flatMap(({ name, published }) =>
    published === null
      ? []
      : [{ terms: new Map([[nameOf(knowledge, name), ONE]]), constant: fraction(published) }],
  );
}

/** A cell that another edition lists and this one's list does not is a zero in this one: it is made of nobody. */
function unlisted(all: readonly Knowledge[], i: number): Equation[] {
  const own = all[i];
  if (!own) return [];
  const others = new Set(all.flatMap(({ quantities }) => [...quantities.keys()]));
  return [...others].flatMap((name) => {
    const [breakdown = ""] = name.split(" ");
    const isListed = [...own.quantities.keys()].some((one) => one.startsWith(`${breakdown} `));
    if (own.quantities.has(name) || !isListed || !name.includes(" ")) return [];
    return [{ terms: new Map([[`${name} `, ONE]]), constant: fraction(0) }];
  });
}
