import { notFound } from "next/navigation";
import { z } from "zod";
import { OfficialLetter } from "@/components/ui/letter";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatDate } from "@/lib/dates";
import { parentPaper } from "@/lib/schooling/papers/queries";

export const metadata = { title: "务工就业证明" };

const Query = z.object({ of: z.enum(["parent", "other"]).catch("parent") });

/** 务工就业证明 of the parent, or of the other one who works here too; the number of the ID card is written in by hand. */
export default async function EmploymentPage({ params, searchParams }: PageProps<"/schooling/[id]/employment">) {
  const permit = await authorise("schooling.print");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { of } = Query.parse(await searchParams);
  const parent = await parentPaper(permit, id.data, of);

  return (
    <>
      <PaperBar backHref={`/schooling/${id.data}`} />
      <OfficialLetter
        title="务工就业证明"
        head={`编号 ${parent.number}`}
        foot={
          <>
            <p>环境卫生管理局（盖章）</p>
            <p>{formatDate(permit.today)}</p>
          </>
        }
      >
        <p>
          兹证明 {parent.name}（身份证号：　　　　　　　　　　　　）
          {parent.hiredOn && `自 ${formatDate(parent.hiredOn)} 起`}在我局{parent.unit}工作，岗位{parent.post}，用工形式
          {parent.employment}
          {parent.contractEnd && `，劳动合同到 ${formatDate(parent.contractEnd)} 止`}，工作地点在本区。
        </p>
        <p>本证明仅用于其随迁子女 {parent.intakeYear} 年度入学。</p>
        <p>特此证明。</p>
      </OfficialLetter>
    </>
  );
}
