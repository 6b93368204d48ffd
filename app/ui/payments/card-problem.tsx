import { Refusal } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** Why the page of the card provider could not be opened, with the ways on: again, or paying otherwise. */
export function CardProblem(props: {
  code: string;
  orderKey: string;
  failure: MutationReply["failure"];
}) {
  const { code, orderKey: key, failure } = props;
  const t = useT();
  const language = useLanguage();
  return (
    <Refusal title={errorText(t, failure?.code ?? "unexpected", failure?.detail)}>
      <div className="mt-3 flex flex-wrap gap-3">
        <form method="post" action={paths.orderCard(language, { code, key })}>
          <button className="button button-main">{t("payments.cardAgain")}</button>
        </form>
        <a className="button button-quiet" href={paths.orderMethod(language, { code, key })}>
          {t("orders.methodLink")}
        </a>
      </div>
    </Refusal>
  );
}
