import type { Checklist } from "~/domain/joining/types";
import { useDesk } from "~/ui/households/use-desk";
import { useBilingual } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ItemReason } from "./item-reason";

/** On the desk of a household: what was sent back to it, else what is still to do before it is approved or in time. */
export function JoiningNotice({ checklist }: { checklist: Checklist }) {
  const t = useT();
  const { current, query, may } = useDesk();
  const { todoCount, items } = checklist;
  if (!current || !may("profile.edit") || items.length === 0) return null;
  const isWaiting = current.status === "pending" || current.status === "rejected";
  const sentBack = items.filter(({ state }) => state === "sent_back");
  if (sentBack.length > 0) return <SentBackNotice items={sentBack} todoCount={todoCount} />;
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

/** What an officer sent back, and why; each leads to where it is done again. */
function SentBackNotice({ items, todoCount }: Pick<Checklist, "items" | "todoCount">) {
  const t = useT();
  const inBoth = useBilingual();
  const { query } = useDesk();
  return (
    <Notice tone="attention" title={t("joining.deskSentBack", { count: items.length })}>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <a
              className="inline-flex min-h-12 items-center underline"
              href={paths.joiningItem(item.id, query)}
            >
              {inBoth(item.titleVi, item.titleEn)}
            </a>
            <ItemReason item={item} />
          </li>
        ))}
      </ul>
      {todoCount > 0 ? <p>{t("joining.deskTodo", { count: todoCount })}.</p> : null}
      <p>
        <a className="inline-flex min-h-12 items-center underline" href={paths.joining(query)}>
          {t("joining.deskOpen")}
        </a>
      </p>
    </Notice>
  );
}
