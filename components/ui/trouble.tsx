import { dialable } from "@/lib/dial";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type TroubleProps = {
  picture: IconName;
  title: string;
  children: ReactNode;
  actions: ReactNode;
  phone: string | null;
  incident?: string;
};

/** Something is not as it should be: what it may be, what to do now, whom to call and which number to say. */
export function Trouble({ picture, title, children, actions, phone, incident }: TroubleProps) {
  return (
    <div className="overflow-hidden rounded-sheet border border-line bg-surface">
      <div className="flex items-center gap-4 border-b border-line bg-tint px-6 py-5 max-phone:px-4">
        <span className="rounded-full bg-surface p-3 text-signal">
          <Icon name={picture} size="large" />
        </span>
        <h1 className="text-title">{title}</h1>
      </div>
      <div className="grid gap-4 px-6 py-5 max-phone:px-4">
        <div className="grid gap-1 text-ink-2">{children}</div>
        <div className="flex flex-wrap gap-3">{actions}</div>
        <div className="flex flex-wrap items-baseline gap-x-8 gap-y-2 border-t border-line pt-4">
          {incident && (
            <p>
              <span className="block text-note text-ink-3">打电话时报这个编号</span>
              <b className="text-[1rem] font-bold num">{incident}</b>
            </p>
          )}
          {phone && (
            <p>
              <span className="block text-note text-ink-3">职工服务电话</span>
              <a href={`tel:${dialable(phone)}`} className="text-[1rem] font-bold num">
                {phone}
              </a>
            </p>
          )}
        </div>
      </div>
    </div>
  );
}
