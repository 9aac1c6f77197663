import { notFound } from "next/navigation";
import { z } from "zod";
import { Facts } from "@/components/ui/facts";
import { PaperBar, PaperSheet } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { viewCase } from "@/lib/cases/view/queries";
import { formatDate, formatInstant } from "@/lib/dates";
import { officePhone } from "@/lib/office";

export const metadata = { title: "受理单" };

/** The slip that the worker takes home: number, what it is about, by when there is an answer, whom to call. No ID number. */
export default async function ReceiptPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("cases.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { facts, person, unit, topic, handlerUnit, registeredAt, isProvisional } = await viewCase(permit, id.data);
  const isSecret = facts.confidentiality !== "ORDINARY";

  return (
    <>
      <PaperBar backHref={`/cases/${facts.id}`} />
      <PaperSheet
        title="受理单"
        subtitle="（交职工保存）"
        printed={{ number: facts.number, at: formatInstant(permit.now), by: permit.actor.name }}
        signs={["经办人", "职工签字"]}
      >
        <Facts
          items={[
            { label: "编号", value: <b>{facts.number}</b> },
            { label: "职工", value: `${person}（${unit}）` },
            { label: "事项", value: isSecret ? "保密" : `${topic}：${facts.title}` },
            { label: "登记时间", value: registeredAt },
            { label: "承办单位", value: handlerUnit ?? "项目专员受理后通知" },
            {
              label: "答复期限",
              value: facts.dueOn
                ? `${formatDate(facts.dueOn)} 前${isProvisional ? "（暂定）" : ""}`
                : "材料补齐后重新计算",
            },
            { label: "查询电话", value: officePhone() },
          ]}
        />
        <p className="mt-4">到期没有接到答复，或者答复了没有解决，请打上面的电话，或在手机上点「没解决，再说一次」。</p>
      </PaperSheet>
    </>
  );
}
