import type { Checklist } from "~/domain/joining/types";
import { useDesk } from "~/ui/households/use-desk";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** On the desk of a household: what is still to do before it is approved, or when it finds the time. */
export function JoiningNotice({ checklist }: { checklist: Checklist }) {
  const t = useT();
  const { current, query, may } = useDesk();
  const { todoCount, items } = checklist;
  if (!current || !may("profile.edit") || items.length === 0) return null;
  const isWaiting = current.status === "pending" || current.status === "rejected";
  if (todoCount === 0 && !isWaiting) return null;
  return (
    <Notice
      tone={todoCount > 0 && isWaiting ? "attention" : "plain"}
      title={
        todoCount > 0 ? t("joining.deskTodo", { count: todoCount }) : t("joining.deskComplete")
      }
    >
      {todoCount > 0 ? (
        <p>{t(isWaiting ? "joining.deskTodoPending" : "joining.deskTodoApproved")}</p>
      ) : null}
      <p>
        <a className="inline-flex min-h-12 items-center underline" href={paths.joining(query)}>
          {t("joining.deskOpen")}
        </a>
      </p>
    </Notice>
  );
}
