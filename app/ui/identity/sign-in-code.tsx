import { useLanguage, useT } from "~/ui/site";
import { purposeQuery, type CodePurpose } from "~/web/code-purpose";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import type { SentCode } from "~/web/sent-code";
import { CodeEntry } from "./code-entry";

/** The digits by which somebody comes in or joins. */
export function SignInCode(props: {
  codeId: string;
  code: SentCode;
  purpose: CodePurpose;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const { codeId, code, purpose, reply } = props;
  const query = purposeQuery(purpose);
  const byPassword =
    purpose.to === "register"
      ? paths.register(language, { by: "password" })
      : paths.signIn(language, { next: query.next });
  const ways = [
    {
      href: paths.codeRequest(language, query),
      text: t(code.isOpen ? "identity.codeOtherPhone" : "identity.codeNew"),
    },
    { href: byPassword, text: t("identity.codeByPassword") },
  ];
  const action = paths.codeEntry(language, { codeId, ...query });
  return <CodeEntry submit={t("identity.codeEnter")} {...{ code, action, ways, reply }} />;
}
