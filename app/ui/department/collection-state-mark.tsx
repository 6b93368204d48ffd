import type { CollectionState } from "~/domain/catalog/collection-state";
import { StatusMark } from "~/ui/households/icon";
import { useT } from "~/ui/site";

const MARKS = {
  shown: { icon: "check", tone: "leaf" },
  coming: { icon: "clock", tone: "honey" },
  ended: { icon: "stop", tone: "quiet" },
} as const;

export function CollectionStateMark({ state }: { state: CollectionState }) {
  const t = useT();
  return <StatusMark {...MARKS[state]} text={t(`collections.state_${state}`)} />;
}
