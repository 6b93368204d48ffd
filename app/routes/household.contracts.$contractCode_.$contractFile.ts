import type { LoaderFunctionArgs } from "@remix-run/node";
import { findContractFiles } from "~/domain/contracts/queries.server";
import { contractFile } from "~/web/contract-file";
import { requirePermission } from "~/web/guard.server";

/** The text of a contract byte for byte, and the signatures beside it, for its household. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "contract.answer");
  const code = args.params["contractCode"] ?? "";
  const files = await findContractFiles(code, scope);
  return contractFile(files, { code, file: args.params["contractFile"] ?? "" });
}
