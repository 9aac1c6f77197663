import { PaperBar, PaperSheet, PaperTable } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { readDaySheet, type SheetRow } from "@/lib/reception/paper/sheet/queries";
import { paperNumber } from "@/lib/reception/paper/rules";
import { idIn } from "../../address";

export const metadata = { title: "接待日当日表" };

/** Room for walk-ins; a morning with few bookings still gets a full page, for the portal may be away. */
const BLANK_ROWS = 6;
const ROWS_AT_LEAST = 16;

const columns = [
  { label: "序号", width: "narrow" as const },
  { label: "时段", width: "narrow" as const },
  { label: "号", width: "narrow" as const },
  { label: "姓名" },
  { label: "单位" },
  { label: "手机尾号", width: "narrow" as const },
  { label: "事项" },
  { label: "以前没办完的事" },
  { label: "到场", width: "narrow" as const },
  { label: "接待领导" },
  { label: "处理结果", width: "wide" as const },
  { label: "答应日期", width: "normal" as const },
  { label: "本人签字", width: "sign" as const },
];

/** Paper in, paper out: the morning's list, on which everything can be written by hand and keyed in afterwards by its row number. */
export default async function DaySheetPage({ params }: { params: Promise<{ day: string }> }) {
  const permit = await authorise("reception.view");
  const dayId = idIn((await params).day);
  const sheet = await readDaySheet(permit, dayId);
  const booked = sheet.rows.length;
  const blanks = Math.max(BLANK_ROWS, ROWS_AT_LEAST - booked);

  return (
    <>
      <PaperBar backHref={`/reception/${dayId}`} />
      <PaperSheet
        title="职工接待日当日表"
        subtitle={`${sheet.dateWords} ${sheet.fromTime}–${sheet.toTime}　${sheet.place}　${sheet.hosts.join("、")}`}
        landscape
        printed={{
          number: paperNumber(sheet.month, "sheet"),
          at: formatInstant(permit.now),
          by: permit.actor.name,
        }}
        signs={[]}
      >
        <div className="paper-dense">
          <PaperTable
            columns={columns}
            rows={[
              ...sheet.rows.map(cellsOf),
              ...Array.from({ length: blanks }, (_, index) => blankCells(booked + index + 1)),
            ]}
          />
        </div>
        <p className="mt-2">
          <small>序号就是补录时的行号；没有预约的来访写在空行里。写「保密」的，事项不上名单。　记录员签字：</small>
        </p>
      </PaperSheet>
    </>
  );
}

function cellsOf(row: SheetRow, index: number) {
  return [
    index + 1,
    row.time,
    row.ticketNo,
    <Two key="name" first={row.name} second={row.remark} />,
    row.unit,
    row.phoneTail,
    row.topic,
    row.open.map((matter) => <p key={matter}>{matter}</p>),
    row.arrived ? `☑ ${row.arrived}` : "☐",
    row.leader,
  ];
}

function blankCells(number: number) {
  return [number, "", "", "", "", "", "", "", "☐"];
}

function Two({ first, second }: { first: string; second: string }) {
  return (
    <>
      {first}
      {second && <small className="block">{second}</small>}
    </>
  );
}
