import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { whereProductIs } from "~/domain/catalog/queries-product.server";
import { askQuestion } from "~/domain/flows/ask-question.server";
import { questionForm } from "~/domain/reviews/forms";
import { findReviewedProduct, listQuestions } from "~/domain/reviews/queries.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { failureMeta, publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { AskForm } from "~/ui/reviews/ask-form";
import { QuestionList } from "~/ui/reviews/review-list";
import { useLanguage, useT } from "~/ui/site";
import { currentActor, languageOf } from "~/web/guard.server";
import { notFound, tooManyRequests } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

// A village behind one address may ask; a program may not go on.
const perNetwork = createRateLimit({ limit: 20, windowMs: HOUR_MS });

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => {
  const { t } = siteOf(matches);
  if (!page) return failureMeta(matches, notFound());
  const { product, questions } = page;
  return publicMeta(matches, {
    title: t("reviews.questionsPageTitle", { name: product.name }),
    path: paths.productQuestions("vi", product.slug, pageQuery(questions.page)),
    // What is said of a product is to be found with it, on its own page.
    isIndexed: false,
  });
};

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params["productSlug"] ?? "";
  const product = await findReviewedProduct(slug, languageOf(args, null));
  if (!product) throw await withoutProduct(slug, args, 301);
  const query = new URL(args.request.url).searchParams;
  const questions = await listQuestions(product.id, pageOf(query.get("page")));
  return { product, questions, asked: query.get("asked") };
}

export async function action(args: ActionFunctionArgs) {
  const waitMs = perNetwork.take(args.context.clientNetwork);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const productSlug = args.params["productSlug"] ?? "";
  const read = await readForm(args.request, questionForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { text, askerName, leaveEmpty } = read.value;
  const pageLanguage = languageOf(args, null);
  const pageAfter = (asked: string) =>
    redirect(paths.productQuestions(pageLanguage, productSlug, { asked }), 303);
  // A program filled in what nobody sees: it learns nothing.
  if (leaveEmpty !== "") return pageAfter("new");
  const actor = await currentActor(args);
  const words = { text, askerName: askerName === "" ? null : askerName, pageLanguage };
  const asked = await askQuestion(actor, { productSlug, ...words });
  // The same form is sent to where the product stands now: nothing typed is lost.
  if (!asked.ok && asked.code === "product_not_found") {
    throw await withoutProduct(productSlug, args, 307);
  }
  if (!asked.ok) return data<MutationReply>(failureReply(asked, read.submission), { status: 409 });
  return pageAfter(asked.value.isNew ? "new" : "before");
}

/** To the questions of a product that was renamed. */
async function withoutProduct(slug: string, args: LoaderFunctionArgs, status: 301 | 307) {
  const where = await whereProductIs(slug);
  if (where?.kind !== "moved") return notFound();
  const { search } = new URL(args.request.url);
  return redirect(paths.productQuestions(languageOf(args, null), where.slug) + search, status);
}

const pageQuery = (page: number) => (page > 1 ? { page } : {});

export default function ProductQuestionsPage() {
  const { product, questions, asked } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  const name = useMark()(product.name, product.nameLanguage);
  return (
    <div className="max-w-3xl">
      <BackLink href={paths.product(language, product.slug)} text={name} />
      <h1 className="text-3xl">{t("reviews.questionsPageTitle", { name })}</h1>
      {asked === null || reply ? null : (
        <Notice tone="good" title={t(asked === "before" ? "reviews.askedBefore" : "reviews.asked")}>
          <p>{t("reviews.askedText")}</p>
        </Notice>
      )}
      {reply ? <AskForm slug={product.slug} heading="h2" reply={reply} /> : null}
      {questions.count === 0 ? (
        <p className="my-4 text-soft">{t("reviews.noQuestions")}</p>
      ) : (
        <div className="mt-4">
          <QuestionList questions={questions.items} householdName={product.householdName} />
        </div>
      )}
      <Pagination
        page={questions.page}
        pageCount={questions.pageCount}
        hrefOf={(page) => paths.productQuestions(language, product.slug, pageQuery(page))}
      />
      {reply ? null : <AskForm slug={product.slug} heading="h2" />}
    </div>
  );
}
