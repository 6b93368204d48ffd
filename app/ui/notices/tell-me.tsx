import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";

/**
 * Asks this browser to show what happens. Hidden until `enhance.js` finds that the browser can, and fills in what the
 * browser says of itself; `told` is what came of it.
 */
export function TellMe(props: { action: string; publicKey: string | null; told: string | null }) {
  const t = useT();
  if (props.publicKey === null) return null;
  if (props.told === "yes") return <Notice tone="good" title={t("notices.told")} />;
  return (
    <form
      method="post"
      action={props.action}
      hidden
      data-push={props.publicKey}
      data-push-refused={t("notices.toldProblem")}
      className="no-print my-4"
    >
      <input type="hidden" name="endpoint" />
      <input type="hidden" name="p256dh" />
      <input type="hidden" name="auth" />
      <button className="button button-quiet">{t("notices.tellMe")}</button>
      <p className="mt-1 text-sm text-soft">{t("notices.tellMeHint")}</p>
    </form>
  );
}
