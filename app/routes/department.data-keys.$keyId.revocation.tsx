import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { revokeDataKey } from "~/domain/flows/revoke-data-key.server";
import { findDataKey } from "~/domain/identity/queries-data-keys.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("opendata.keyRevokeTitle"));

/** The question before a key opens nothing any more. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "data_key.manage");
  const key = orNotFound(await findDataKey(args.params["keyId"] ?? ""));
  if (key.revokedAt !== null) throw redirect(paths.dataKeys({ done: "revoked" }));
  return { keyId: key.id, consumer: key.consumer };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "data_key.manage");
  const revoked = await revokeDataKey(actor, args.params["keyId"] ?? "");
  if (!revoked.ok) throw notFound();
  return redirect(paths.dataKeys({ done: "revoked" }), 303);
}

export default function DataKeyRevocationPage() {
  const { keyId, consumer } = useLoaderData<typeof loader>();
  const t = useT();
  const mark = useMark();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.dataKeys()} text={t("opendata.keysTitle")} />
      <h1 className="text-3xl">{t("opendata.keyRevokeTitle")}</h1>
      <p className="mt-2 max-w-prose">
        {t("opendata.keyRevokeLead", { consumer: mark(consumer) })}
      </p>
      <form method="post" action={paths.dataKeyRevocation(keyId)} className="mt-4">
        <button className="button button-danger">{t("opendata.keyRevoke")}</button>
      </form>
    </div>
  );
}
