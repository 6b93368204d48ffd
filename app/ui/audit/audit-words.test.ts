import { describe, expect, it } from "vitest";
import { actionsOf, AUDIT_ACTIONS, AUDIT_NOUNS } from "~/domain/audit/actions";
import { SUBJECT_KINDS } from "~/domain/audit/subject-kinds";
import { ACTOR_KINDS } from "~/domain/audit/question";
import { resources } from "~/locales/resources";
import { translatorFor } from "~/web/i18n";
import { actorWords, actWords, kindWords } from "./audit-words";

const ACTIONS = AUDIT_NOUNS.flatMap(actionsOf);

describe.each(["vi", "en"] as const)("in %s", (language) => {
  const texts: Record<string, string> = resources[language].audit;
  const t = translatorFor(language);

  it("has a text for every act, noun, kind of thing and of actor, and none for what there is not", () => {
    const wanted = [
      ...ACTIONS.map((action) => `act_${action.replace(".", "_")}`),
      ...Object.keys(AUDIT_ACTIONS).map((noun) => `noun_${noun}`),
      ...SUBJECT_KINDS.map((kind) => `kind_${kind}`),
      ...ACTOR_KINDS.map((kind) => `actor_${kind}`),
    ];
    const kept = Object.keys(texts).filter((key) => /^(?:act|noun|kind|actor)_/.test(key));
    expect(kept.toSorted()).toEqual(wanted.toSorted());
    expect(new Set(wanted).size).toBe(wanted.length);
    for (const key of wanted) expect(texts[key], key).toMatch(/^\p{Lu}[^_]+$/u);
  });

  it("says acts, things and actors in words", () => {
    for (const action of ACTIONS) {
      expect(actWords(t, action)).toBe(texts[`act_${action.replace(".", "_")}`]);
    }
    for (const kind of SUBJECT_KINDS) expect(kindWords(t, kind)).toBe(texts[`kind_${kind}`]);
    for (const kind of ACTOR_KINDS) expect(actorWords(t, kind)).toBe(texts[`actor_${kind}`]);
  });

  it("says what an earlier release wrote by its code", () => {
    expect(actWords(t, "order.forget")).toBe("order.forget");
    expect(actWords(t, "constructor.name")).toBe("constructor.name");
    expect(kindWords(t, "toString")).toBe("toString");
    expect(actorWords(t, "robot")).toBe("robot");
  });
});
