import { expect, it } from "vitest";
import { DOCUMENT_KINDS } from "~/domain/catalog/document-kinds";
import { LOT_STATES } from "~/domain/catalog/lot-state";
import { RECALL_OUTCOMES } from "~/domain/orders/recall-outcomes";
import { isMessageKey } from "~/web/i18n";

it("each state, kind of document and outcome of a call has its words", () => {
  const keys = [
    ...LOT_STATES.flatMap((state) => [`lots.state_${state}`, `lots.mark_${state}`]),
    ...DOCUMENT_KINDS.map((kind) => `lots.kind_${kind}`),
    ...RECALL_OUTCOMES.map((outcome) => `lots.outcome_${outcome}`),
  ];
  expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
});
