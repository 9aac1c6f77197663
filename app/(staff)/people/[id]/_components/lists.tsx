import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { stageWords, statusWords } from "@/lib/cases/words";
import { formatInstant } from "@/lib/dates";
import { occupationWords, relationWords } from "@/lib/people/family/words";
import type { PersonFile } from "@/lib/people/file/queries";
import { bookingWords } from "@/lib/people/file/words";
import { voidHonourAction } from "@/lib/people/honours/actions";
import { honourLevelWords } from "@/lib/people/honours/words";
import { programmeWord } from "@/lib/programmes";

export function CaseList({ file }: { file: PersonFile }) {
  const words: Readonly<Record<string, string>> = stageWords;

  return (
    <Card title="事项" aside={file.hasMoreCases && <TextLink href={`/cases?person=${file.id}`}>看全部</TextLink>}>
      {file.cases.length === 0 ? (
        <p className="text-ink-3">没有您能看到的事项</p>
      ) : (
        <DataTable
          caption="这个人的事项"
          rows={file.cases}
          rowId={({ id }) => id}
          columns={[
            {
              label: "事项",
              cell: (row) => (
                <RowLink href={`/cases/${row.id}`} sub={row.number}>
                  {row.title}
                </RowLink>
              ),
            },
            { label: "服务项目", cell: (row) => programmeWord(row.programme) },
            { label: "进度", cell: (row) => words[row.stage] ?? statusWords[row.status] },
            { label: "期限", nowrap: true, cell: (row) => row.dueOn ?? "—" },
          ]}
        />
      )}
    </Card>
  );
}

export function BookingList({ file }: { file: PersonFile }) {
  if (file.bookings.length === 0) return null;

  return (
    <Card title="接待预约">
      <ul className="grid gap-1">
        {file.bookings.map(({ id, at, status, topic }) => (
          <li key={id} className="flex flex-wrap gap-x-4">
            <span className="num">{formatInstant(at)}</span>
            <span className="text-ink-2">{bookingWords[status] ?? status}</span>
            {topic && <span>{topic}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function FamilyList({ file, mayChange }: { file: PersonFile; mayChange: boolean }) {
  const { family, colleagues, familyCount } = file;

  return (
    <Card title="家庭" aside={mayChange && <TextLink href={`/people/${file.id}/family`}>维护家庭成员</TextLink>}>
      {colleagues.map(({ id, name, staffNo }) => (
        <p key={id}>
          与 <TextLink href={`/people/${id}`}>{name}</TextLink>（工号 {staffNo}）登记为同一户
        </p>
      ))}
      {family === null ? (
        <p className="text-ink-2">登记了 {familyCount} 名家庭成员</p>
      ) : family.length === 0 ? (
        <p className="text-ink-3">还没有登记家庭成员</p>
      ) : (
        <ul className="grid gap-1">
          {family.map(({ id, name, relation, age, occupation }) => (
            <li key={id} className="flex flex-wrap gap-x-4">
              <span>{relationWords[relation]}</span>
              <span>{name ?? "（未满14周岁，不显示姓名）"}</span>
              <span className="text-ink-2">
                {[age !== null && `${age} 岁`, occupation && occupationWords[occupation]].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export function HonourList({ file, mayChange }: { file: PersonFile; mayChange: boolean }) {
  return (
    <Card
      id="honours"
      title="荣誉"
      aside={
        mayChange && (
          <Button href={`/people/${file.id}/honours/new`} size="small">
            登记荣誉
          </Button>
        )
      }
    >
      {file.honours.length === 0 && <p className="text-ink-3">还没有登记荣誉</p>}
      <ul className="grid gap-2">
        {file.honours.map(({ id, name, year, level, awardedBy, certificate, voidReason }) => (
          <li key={id}>
            <span className="num">{year}</span> {name} {voidReason && <Tag>已作废</Tag>}
            <Sub>
              {[honourLevelWords[level], awardedBy, certificate && `证书 ${certificate}`, voidReason]
                .filter(Boolean)
                .join(" · ")}
            </Sub>
            {mayChange && !voidReason && (
              <FoldedForm summary="作废" action={voidHonourAction} formLook="inline">
                <HiddenField name="personId" value={file.id} />
                <HiddenField name="honourId" value={id} />
                <TextField name="reason" label="作废原因" width="medium" maxLength={200} />
                <SubmitButton tone="danger">作废这项荣誉</SubmitButton>
              </FoldedForm>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
