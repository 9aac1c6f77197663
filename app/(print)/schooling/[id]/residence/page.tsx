import { notFound } from "next/navigation";
import { z } from "zod";
import { OfficialLetter } from "@/components/ui/letter";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatDate } from "@/lib/dates";
import { parentPaper } from "@/lib/schooling/papers/queries";
import { isDormitory } from "@/lib/schooling/rules";

export const metadata = { title: "宿舍居住证明" };

/** 单位集体宿舍居住证明, for families that can file no lease; only for those that live there by the roster. */
export default async function ResidencePage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("schooling.print");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const parent = await parentPaper(permit, id.data);
  if (!parent.needsCoordination || !isDormitory(parent.address)) notFound();

  return (
    <>
      <PaperBar backHref={`/schooling/${id.data}`} />
      <OfficialLetter
        title="单位集体宿舍居住证明"
        head={`编号 ${parent.number}`}
        foot={
          <>
            <p>环境卫生管理局（盖章）</p>
            <p>{formatDate(permit.today)}</p>
          </>
        }
      >
        <p>
          兹证明 {parent.name}（身份证号：　　　　　　　　　　　　）系我局{parent.unit}职工，现居住在我局集体宿舍
          {parent.address ? `：${parent.address}` : "：　　　　　　　　　　　　"}。
        </p>
        <p>
          集体宿舍由我局统一安排，不签订租赁合同，无法办理租赁登记备案。本证明用于其随迁子女 {parent.intakeYear}{" "}
          年度入学。
        </p>
        <p>特此证明。</p>
      </OfficialLetter>
    </>
  );
}
