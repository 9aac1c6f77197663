import { notFound } from "next/navigation";
import { z } from "zod";
import { PaperBar, PaperSheet, PaperTable } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatDate, formatInstant } from "@/lib/dates";
import { viewHandover } from "@/lib/dormitories/stays/queries";
import { yuan } from "@/lib/money";

export const metadata = { title: "入住交接单" };

/** Keys, items and the meter, signed by both sides when moving in and again when moving out. */
export default async function HandoverPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("dormitories.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const stay = await viewHandover(permit, id.data);

  return (
    <>
      <PaperBar backHref={`/dormitories/${stay.siteId}?bed=${stay.bedId}`} />
      <PaperSheet
        title="入住交接单"
        unit={stay.person.unit}
        date={formatDate(permit.today)}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
        signs={["职工签字", "管理员签字", "日期"]}
      >
        <p className="mb-2">
          {`职工：${stay.person.name}（工号 ${stay.person.staffNo}）　床位：${stay.where}　管理员：${stay.warden ?? ""}`}
        </p>
        <p className="mb-2">
          {`入住：${formatDate(stay.inOn)}　退宿：${stay.outOn ? formatDate(stay.outOn) : "　　　　　　"}　押金：${yuan(stay.depositFen)} 元`}
        </p>
        <PaperTable
          columns={[
            { label: "序号", width: "narrow" },
            { label: "物品" },
            { label: "数量", width: "narrow", align: "right" },
            { label: "入住时" },
            { label: "退宿时", width: "sign" },
            { label: "备注", width: "sign" },
          ]}
          rows={stay.items.map(({ item, qty, state }, i) => [String(i + 1), item, String(qty), state, "", ""])}
          blankRows={3}
        />
        <p className="mt-2">{`电表底数：${stay.meterIn ?? "　　　　"}　电表止数：${stay.meterOut ?? "　　　　"}`}</p>
        <p className="mt-2">不转租、不私拉电线、不用违规电器、不留外人过夜。离职后按规定退宿。</p>
      </PaperSheet>
    </>
  );
}
