import { notFound } from "next/navigation";
import { z } from "zod";
import { AttachmentList } from "@/components/case/attachments";
import { Card, Columns } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { authorise, may } from "@/lib/auth/gate";
import { viewSignOff } from "@/lib/cases/sign-offs/view/queries";
import { signOffStateWords } from "@/lib/cases/sign-offs/words";
import { SignMode } from "@/prisma/generated/enums";
import { GrantFacts, SumFacts } from "./_components/grant-facts";
import { ReverseForm } from "./_components/reverse-form";
import { SignForm } from "./_components/sign-form";

export const metadata = { title: "签领" };

const tones = { waiting: "warn", signed: "ok", reversed: "neutral", reversal: "neutral" } as const;

export default async function SignOffPage({ params, searchParams }: PageProps<"/sign-offs/[id]">) {
  const permit = await authorise("cases.viewSignOffs");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const row = await viewSignOff(permit, id.data);
  const mode = z
    .enum(SignMode)
    .catch("SIGNATURE")
    .parse((await searchParams).mode);
  const [maySign, mayCheck] = await Promise.all([may("cases.signOff"), may("cases.checkOriginal")]);

  return (
    <>
      <PageHead
        title={`${row.what}（${row.name}）`}
        crumbs={[{ label: "发放签领", href: "/sign-offs" }, { label: row.name }]}
      />
      <Columns
        main={
          <>
            <Card title="发放" aside={<Tag tone={tones[row.state]}>{signOffStateWords[row.state]}</Tag>}>
              <GrantFacts row={row} />
            </Card>
            {row.state === "waiting" && maySign && <SignForm row={row} mode={mode} permit={permit} />}
            {row.state !== "waiting" && row.receivedBy && (
              <Card title="凭据">
                <AttachmentList attachments={row.attachments} mayCheck={mayCheck} mayVoid={false} />
              </Card>
            )}
          </>
        }
        side={
          <>
            <Card title={`${row.year}年这一户`}>
              <SumFacts row={row} />
            </Card>
            {row.mayReverse && (
              <Card title="登记错了">
                <ReverseForm id={row.id} isSigned={row.signedOn !== null} />
              </Card>
            )}
          </>
        }
      />
    </>
  );
}
