import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ITEM_KINDS, JOINING_FACTS } from "./joining-items";
import {
  awaitsHousehold,
  isOpen,
  ITEM_STATES,
  JOINING_STEPS,
  mayStep,
  stateOf,
} from "./joining-state";

const statement = { kind: "attested", fact: null } as const;
const paper = { kind: "verified", fact: null } as const;
const account = { kind: "computed", fact: "payout_account" } as const;

describe("how an item stands", () => {
  it.each([
    [statement, null, "todo"],
    [statement, "attested", "done"],
    [statement, "sent_back", "sent_back"],
    [paper, null, "todo"],
    [paper, "sent", "sent"],
    [paper, "sent_back", "sent_back"],
    [paper, "verified", "done"],
    [paper, "waived", "waived"],
    [account, null, "todo"],
    [account, "waived", "waived"],
  ] as const)("%j after %s is %s", (item, last, state) => {
    expect(stateOf(item, { last, facts: [] })).toBe(state);
  });

  it("is done once the software knows it, whatever was said before", () => {
    for (const last of [null, "waived", "sent_back"] as const) {
      expect(stateOf(account, { last, facts: ["tax_code", "payout_account"] })).toBe("done");
      expect(stateOf(account, { last, facts: ["tax_code"] })).not.toBe("done");
    }
  });

  it("is done by its fact where an officer would look at a paper too", () => {
    const known = { ...paper, fact: "certificate_confirmed" } as const;
    for (const last of [null, "sent", "sent_back", "waived", "verified"] as const) {
      expect(stateOf(known, { last, facts: ["certificate_confirmed"] })).toBe("done");
      expect(stateOf(known, { last, facts: [] })).toBe(stateOf(paper, { last, facts: [] }));
    }
  });

  it("takes no fact for a statement or a paper that names none", () => {
    const step = fc.option(fc.constantFrom(...JOINING_STEPS), { nil: null });
    fc.assert(
      fc.property(fc.constantFrom(statement, paper), step, (item, last) => {
        expect(stateOf(item, { last, facts: JOINING_FACTS })).toBe(
          stateOf(item, { last, facts: [] }),
        );
      }),
    );
  });
});

describe("what may be done", () => {
  const kinds = fc.constantFrom(...ITEM_KINDS);
  const states = fc.constantFrom(...ITEM_STATES);

  it("is never the same thing twice in a row, but for an officer's word on what has come since", () => {
    fc.assert(
      fc.property(kinds, fc.constantFrom(...JOINING_STEPS), (kind, step) => {
        const state = stateOf({ fact: null }, { last: step, facts: [] });
        expect(mayStep(step, { kind, state, isKnown: false })).toBe(false);
      }),
    );
  });

  it("leaves a way on from everywhere but what the software knows", () => {
    fc.assert(
      fc.property(kinds, states, (kind, state) => {
        if (kind === "computed" && (state === "done" || state === "sent")) return;
        expect(JOINING_STEPS.some((step) => mayStep(step, { kind, state, isKnown: false }))).toBe(
          true,
        );
      }),
    );
  });

  it("gives each kind its own way to be done", () => {
    fc.assert(
      fc.property(kinds, states, (kind, state) => {
        if (kind !== "attested")
          expect(mayStep("attested", { kind, state, isKnown: false })).toBe(false);
        if (kind !== "verified") {
          expect(mayStep("sent", { kind, state, isKnown: false })).toBe(false);
          expect(mayStep("verified", { kind, state, isKnown: false })).toBe(false);
        }
      }),
    );
  });

  it("does not send back a fact, and takes back a waiver", () => {
    const may = (item: Omit<Parameters<typeof mayStep>[1], "isKnown">, isKnown = false) =>
      mayStep("sent_back", { ...item, isKnown });
    expect(may({ kind: "computed", state: "done" }, true)).toBe(false);
    expect(may({ kind: "verified", state: "done" }, true)).toBe(false);
    expect(may({ kind: "computed", state: "waived" })).toBe(true);
    expect(may({ kind: "verified", state: "done" })).toBe(true);
    expect(may({ kind: "verified", state: "todo" })).toBe(false);
  });
});

it("stands in the way only while it is required and neither done nor waived", () => {
  for (const state of ITEM_STATES) {
    expect(isOpen({ isRequired: false, state })).toBe(false);
    expect(isOpen({ isRequired: true, state })).toBe(state !== "done" && state !== "waived");
    expect(awaitsHousehold({ state })).toBe(state === "todo" || state === "sent_back");
  }
});
