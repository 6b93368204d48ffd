import { equationsOf, findSums, publishedValues } from "./test-disclosure-attacker";
import {
  knowledgeOf,
  type Knowledge,
  type Published,
  type TestRows,
} from "./test-disclosure-knowledge";
import { fraction, substitute, type Equation } from "./test-exact-system";

export type Edition = Published & { rows: TestRows };

/**
 * Attacks two editions of one month together, knowing by how much everything differs between them: what the second
 * says is then a second set of equations of the first one's unknowns. In words, what the first withheld and is found.
 */
export function attackEditions(first: Edition, second: Edition): string[] {
  const before = knowledgeOf(first.rows, first);
  const after = knowledgeOf(second.rows, second);
  const equations = [
    ...equationsOf(before),
    ...equationsOf(after).map((equation) => inTermsOf(before, after, equation)),
  ];
  const known = publishedValues(before);
  for (const { name, published, value } of after.quantities.values()) {
    const old = before.quantities.get(name);
    if (published === null) continue;
    if (old) known.set(name, fraction(published - (value - old.value)));
    else if (!isListedIn(before, name)) known.set(name, fraction(published));
  }
  const secrets = [...before.quantities.values()].filter(({ published }) => published === null);
  const told = secrets.filter(({ name, isLatent }) => !isLatent && known.has(name));
  const found = findSums(before, equations, known);
  return [...told.map(({ name }) => `${name} is told later`), ...found];
}

/**
 * The second edition's equation with the first one's unknowns: each and what was added to it. A cell that the first did
 * not list was a zero; of a breakdown without a list nothing is known, and its cells stay unknowns of the second.
 */
function inTermsOf(before: Knowledge, after: Knowledge, equation: Equation): Equation {
  const changes = new Map<string, ReturnType<typeof fraction>>();
  const terms = new Map<string, ReturnType<typeof fraction>>();
  for (const [name, coefficient] of equation.terms) {
    const now = after.quantities.get(name)?.value ?? 0;
    const old = before.quantities.get(name);
    const isListed = isListedIn(before, name);
    if (old || !isListed) terms.set(name, coefficient);
    if (!isListed) continue;
    terms.set(`change of ${name}`, coefficient);
    changes.set(`change of ${name}`, fraction(now - (old?.value ?? 0)));
  }
  return substitute({ terms, constant: equation.constant }, changes);
}

function isListedIn({ quantities }: Knowledge, name: string): boolean {
  const [breakdown = ""] = name.split(" ");
  return [...quantities.keys()].some((one) => one.split(" ")[0] === breakdown);
}
