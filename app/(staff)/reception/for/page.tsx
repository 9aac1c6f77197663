import { Button } from "@/components/ui/button";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Filters, FilterText } from "@/components/ui/filters";
import { Tag } from "@/components/ui/tag";
import { authorise } from "@/lib/auth/gate";
import { pickPeople } from "@/lib/people/queries";
import { openDay } from "@/lib/reception/days/queries";
import { ForHead } from "./_components/for-head";
import { ForQuery } from "./query";

export const metadata = { title: "替职工预约" };

/** ① For whom: people of the own units only. */
export default async function BookForPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("reception.bookFor");
  const { q } = ForQuery.parse(await searchParams);
  const day = await openDay(permit);
  if (!day?.isBookable) {
    return (
      <>
        <ForHead title="现在还不能约" />
        <Empty title={day?.whyNot ?? "下一次接待日还没有发布"} action={<Button href="/reception/unit">返回</Button>} />
      </>
    );
  }
  const people = q ? await pickPeople(permit, q) : [];

  return (
    <>
      <ForHead title="替谁约？" step={1} sub={`${day.dateWords} ${day.fromTime}–${day.toTime}，${day.place}`} />
      <Filters action="/reception/for" clearHref="/reception/for">
        <FilterText name="q" label="职工" value={q} placeholder="姓名、拼音、工号" />
      </Filters>
      {q && (
        <DataTable
          caption="本单位找到的职工"
          rows={people}
          rowId={({ id }) => id}
          empty={
            <Empty picture="search" title="本单位没有找到这个人">
              可以只写姓，或拼音首字母，或工号后几位。别的单位的职工，请打电话给接待办。
            </Empty>
          }
          columns={[
            {
              label: "姓名",
              cell: ({ id, name, staffNo }) => (
                <RowLink href={`/reception/for/topic?person=${id}`} sub={`工号 ${staffNo}`}>
                  {name}
                </RowLink>
              ),
            },
            { label: "单位", cell: ({ unit }) => unit },
            { label: "情况", cell: ({ flags }) => (flags.isGreen ? <Tag tone="warn">绿色通道</Tag> : "—") },
          ]}
        />
      )}
    </>
  );
}
