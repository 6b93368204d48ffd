import type { ReactNode } from "react";
import { BackLink } from "~/ui/households/back-link";
import { StoreLayout } from "~/ui/layouts/store-layout";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText, isMessageKey } from "~/web/i18n";
import { paths } from "~/web/paths";

/** A page below somebody's account. @param props.back where it leads up to, when not to the account itself */
export function AccountPage(props: {
  title: string;
  back?: { href: string; text: string };
  children: ReactNode;
}) {
  const t = useT();
  const back = props.back ?? { href: paths.account(), text: t("account.back") };
  return (
    <StoreLayout>
      <div className="mx-auto max-w-xl py-2">
        <BackLink {...back} />
        <h1 className="text-3xl">{props.title}</h1>
        {props.children}
      </div>
    </StoreLayout>
  );
}

/** What the form before this page did, or why it did not: `done` and `problem` of the address. */
export function AccountOutcome({ done, problem }: { done: string | null; problem: string | null }) {
  const t = useT();
  const key = `account.done_${done}`;
  return (
    <>
      {done !== null && isMessageKey(key) ? <Notice tone="good" title={t(key)} /> : null}
      {problem === null ? null : <Refusal title={errorText(t, problem)} />}
    </>
  );
}
