import { notFound } from "next/navigation";
import { z } from "zod";
import { OfficialLetter } from "@/components/ui/letter";
import { PaperBar, PaperSheet, PaperTable } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatDate, formatInstant } from "@/lib/dates";
import { officePhone } from "@/lib/office";
import { letterPaper } from "@/lib/schooling/letters/queries";

export const metadata = { title: "协调函" };

/** The letter and its list; the list names the children, because the education bureau finds them by name. */
export default async function LetterPaperPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("schooling.print");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const letter = await letterPaper(permit, id.data);
  const isApproved = letter.state === "APPROVED" || letter.state === "SENT";

  return (
    <>
      <PaperBar backHref={`/schooling/letters/${id.data}`} />
      <OfficialLetter
        title="关于协调外来务工人员随迁子女入学的函"
        head={letter.number}
        foot={
          <>
            <p>环境卫生管理局（盖章）</p>
            <p>
              {letter.sentOn ? formatDate(letter.sentOn) : "　　年　　月　　日"}
              {!isApproved && "（未批准，不得送出）"}
            </p>
          </>
        }
      >
        <p>区教育局：</p>
        <p>
          我局一线环卫职工中，有 {letter.rows.length} 名职工的随迁子女将于 {letter.intakeYear}{" "}
          年秋季入学（名单附后）。家长长期从事清扫保洁工作，材料已经我局工会审核，其中住单位集体宿舍的已由我局出具居住证明。
        </p>
        <p>现商请贵局按照随迁子女入学政策予以协调安排为盼。</p>
        <p>联系电话：{officePhone()}</p>
      </OfficialLetter>
      <PaperSheet
        title="随迁子女入学协调名单"
        subtitle={letter.number}
        unit="局工会"
        landscape
        isAnnex
        printed={{ number: letter.number, at: formatInstant(permit.now), by: permit.actor.name }}
      >
        <PaperTable
          columns={[
            { label: "序号", width: "narrow" },
            { label: "子女姓名" },
            { label: "性别", width: "narrow" },
            { label: "出生日期" },
            { label: "拟入学段" },
            { label: "家长" },
            { label: "单位", width: "wide" },
            { label: "居住情况" },
            { label: "备注" },
          ]}
          rows={letter.rows.map((row, i) => [
            i + 1,
            row.child,
            row.sex,
            row.birth,
            row.stage,
            row.parent,
            row.unit,
            row.dwelling,
            "",
          ])}
        />
      </PaperSheet>
    </>
  );
}
