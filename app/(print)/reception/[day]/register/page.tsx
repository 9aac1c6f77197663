import { PaperBar, PaperSheet, PaperTable } from "@/components/ui/paper";
import { Whole } from "../../_components/whole";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { formatDate, formatInstant } from "@/lib/dates";
import { readRegister, type RegisterLine } from "@/lib/reception/paper/register/queries";
import { paperNumber, totalsOf } from "@/lib/reception/paper/rules";
import { idIn } from "../../address";

export const metadata = { title: "职工接待日登记表" };

const columns = [
  { label: "序号", width: "narrow" as const },
  { label: "编号" },
  { label: "日期" },
  { label: "来访人" },
  { label: "性别", width: "narrow" as const },
  { label: "年龄", width: "narrow" as const },
  { label: "单位/住址" },
  { label: "电话" },
  { label: "来访形式" },
  { label: "反映内容及要求" },
  { label: "接待领导" },
  { label: "处理意见" },
  { label: "承办人" },
  { label: "处理结果" },
  { label: "备注" },
];

/** 职工接待日登记表: the bureau's columns in its order; each number leads to the record it came from. */
export default async function RegisterPage({ params }: { params: Promise<{ day: string }> }) {
  const permit = await authorise("reception.view");
  const dayId = idIn((await params).day);
  const register = await readRegister(permit, dayId, "register");
  const totals = totalsOf(register.lines);

  return (
    <>
      <PaperBar backHref={`/reception/${dayId}/ledger`} />
      <PaperSheet
        title="职工接待日登记表"
        subtitle={`${register.dateWords}　${register.place}`}
        landscape
        unit={register.unitName}
        date={formatDate(permit.today)}
        printed={{
          number: paperNumber(register.month, "register"),
          at: formatInstant(permit.now),
          by: permit.actor.name,
        }}
      >
        <div className="paper-dense">
          <PaperTable
            columns={columns}
            rows={register.lines.map(cellsOf)}
            total={[
              "合计",
              `${totals.matters} 件`,
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              `当场答复 ${totals.onSpot} 件`,
              "",
              "",
              "",
              `已解决 ${totals.solved} 件`,
            ]}
          />
        </div>
        {register.lines.length === 0 && (
          <p className="mt-2">{register.isOver ? "零接待：这一天没有登记来访事项。" : "这一天还没有登记事项。"}</p>
        )}
      </PaperSheet>
    </>
  );
}

function cellsOf(line: RegisterLine, index: number) {
  return [
    index + 1,
    <Whole key="number">
      <TextLink href={`/cases/${line.caseId}`}>{line.number}</TextLink>
    </Whole>,
    <Whole key="date">{line.date.slice(0, 10)}</Whole>,
    <Whole key="visitor">{line.visitor}</Whole>,
    line.sex,
    line.age,
    line.unit,
    line.phone,
    line.channel,
    line.summary,
    <Whole key="leader">{line.leader}</Whole>,
    line.instruction || line.mode,
    <Whole key="handler">{line.handler}</Whole>,
    line.result,
  ];
}
