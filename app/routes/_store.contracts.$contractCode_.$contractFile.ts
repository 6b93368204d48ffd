import type { LoaderFunctionArgs } from "@remix-run/node";
import { findContractFiles } from "~/domain/contracts/queries.server";
import { ALL_ROWS } from "~/domain/identity/scope";
import { contractFile } from "~/web/contract-file";
import { contractOf } from "~/web/link-key.server";

/** The text of a contract byte for byte, and the signatures beside it, for its buyer. */
export async function loader(args: LoaderFunctionArgs) {
  const { code } = await contractOf(args);
  const files = await findContractFiles(code, ALL_ROWS);
  return contractFile(files, { code, file: args.params["contractFile"] ?? "" });
}
