import { PaperBar, PaperSheet } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatDate, formatInstant } from "@/lib/dates";
import { readRegister } from "@/lib/reception/paper/register/queries";
import { paperNumber } from "@/lib/reception/paper/rules";
import { LedgerPaper } from "../../../_components/ledger-paper";
import { idIn } from "../../../address";

export const metadata = { title: "接待日台账" };

/** 接待日台账 of one day. */
export default async function DayLedgerPrintPage({ params }: { params: Promise<{ day: string }> }) {
  const permit = await authorise("reception.view");
  const dayId = idIn((await params).day);
  const register = await readRegister(permit, dayId, "ledger");

  return (
    <>
      <PaperBar backHref={`/reception/${dayId}/ledger`} />
      <PaperSheet
        title="职工接待日台账"
        subtitle={`${register.dateWords}　${register.place}`}
        landscape
        unit={register.unitName}
        date={formatDate(permit.today)}
        printed={{
          number: paperNumber(register.month, "ledger"),
          at: formatInstant(permit.now),
          by: permit.actor.name,
        }}
      >
        <LedgerPaper lines={register.lines} />
        {register.lines.length === 0 && (
          <p className="mt-2">{register.isOver ? "零接待：这一天没有登记来访事项。" : "这一天还没有登记事项。"}</p>
        )}
      </PaperSheet>
    </>
  );
}
