import type { RequestFilter } from "~/domain/compliance/types";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** That nothing waits for an answer, or that a filter finds nothing, each with the way on. */
export function NoRequests({ filter }: { filter: RequestFilter }) {
  const t = useT();
  const isWhole = filter.kind === null && filter.state !== "answered";
  const title = {
    open: t("compliance.emptyOpen"),
    all: t("compliance.emptyAll"),
    answered: t("compliance.empty"),
  }[isWhole ? filter.state : "answered"];
  return (
    <EmptyState title={title}>
      {isWhole ? null : (
        <a className="button button-quiet" href={paths.compliance({ state: "all" })}>
          {t("compliance.showAll")}
        </a>
      )}
    </EmptyState>
  );
}
