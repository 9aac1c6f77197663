import { Button } from "@/components/ui/button";
import { Card, Stack } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import type { Look } from "@/lib/audit/looks/queries";
import { eventWords } from "@/lib/people/employment/words";
import type { PersonFile } from "@/lib/people/file/queries";
import { RevealForm } from "./reveal-form";

export type Rights = { openCase: boolean; propose: boolean; reveal: boolean };

type Props = { file: PersonFile; rights: Rights; programmes: readonly string[]; looks: Look[] };

/** What one does with a person, then what happened to the employment, then who looked. */
export function PersonSide({ file, rights, programmes, looks }: Props) {
  const hasActions = rights.openCase || rights.propose;

  return (
    <>
      {hasActions && (
        <Card title="给这个人办事" tone="next">
          <Stack gap="tight">
            {rights.openCase && (
              <Button href={`/cases/new?person=${file.id}`} tone="primary" wide>
                登记一件事
              </Button>
            )}
            {rights.propose && (
              <>
                <Button href={`/people/proposals/new/change?person=${file.id}`} wide>
                  申报更改资料
                </Button>
                <Button href={`/people/proposals/new/event?person=${file.id}`} wide>
                  申报人员变动
                </Button>
              </>
            )}
          </Stack>
        </Card>
      )}
      {rights.reveal && (
        <Card title="查看完整信息">
          <RevealForm id={file.id} programmes={programmes} />
        </Card>
      )}
      <Card title="人事经历" id="history">
        {file.events.length === 0 ? (
          <p className="text-ink-3">还没有记录</p>
        ) : (
          <Timeline
            items={file.events.map(({ id, kind, happenedOn, from, to, detail }) => ({
              id,
              at: happenedOn,
              iso: happenedOn,
              title: eventWords[kind],
              body: [from && to ? `${from} → ${to}` : to, detail].filter(Boolean).join("；") || undefined,
            }))}
          />
        )}
      </Card>
      {looks.length > 0 && (
        <Card title="最近谁看过、改过">
          <Timeline
            items={looks.map(({ id, at, who, what, why }) => ({
              id,
              at,
              who,
              title: what,
              ...(why ? { body: why } : {}),
            }))}
          />
        </Card>
      )}
    </>
  );
}
