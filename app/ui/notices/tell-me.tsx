import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";

/**
 * Asks this browser to show what happens, and ends that. What asks is hidden until `enhance.js` finds that the browser
 * can, and fills in what the browser says of itself; `told` is what came of it.
 */
export function TellMe(props: {
  action: string;
  publicKey: string | null;
  /** How many are told already; which of them this one is no page knows. */
  browserCount: number;
  told: string | null;
}) {
  const { action, publicKey, browserCount, told } = props;
  const t = useT();
  if (publicKey === null) return null;
  return (
    <>
      {told === "yes" ? (
        <Notice tone="good" title={t("notices.told")} />
      ) : (
        <form
          method="post"
          action={action}
          hidden
          data-push={publicKey}
          data-push-refused={t("notices.toldProblem")}
          className="no-print my-4"
        >
          <input type="hidden" name="endpoint" />
          <input type="hidden" name="p256dh" />
          <input type="hidden" name="auth" />
          <button className="button button-quiet">{t("notices.tellMe")}</button>
          <p className="mt-1 text-sm text-soft">{t("notices.tellMeHint")}</p>
        </form>
      )}
      {told === "no" ? <Notice tone="good" title={t("notices.toldNoMore")} /> : null}
      {browserCount === 0 ? null : (
        <form method="post" action={action} className="no-print my-4">
          <button name="intent" value="stop" className="button button-quiet">
            {t("notices.tellNoMore", { count: browserCount })}
          </button>
        </form>
      )}
    </>
  );
}
