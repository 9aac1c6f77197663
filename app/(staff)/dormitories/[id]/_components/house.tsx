import { AppLink } from "@/components/ui/app-link";
import type { Board, BoardBed, BoardRoom } from "@/lib/dormitories/board/queries";
import { bedStateWords, shiftWords, tierWords, useWords } from "@/lib/dormitories/words";
import { formatDay } from "@/lib/dates";

/** Colour and words: nobody has to know a colour, nobody has to read to see where it is empty. */
const looks: Record<BoardBed["state"], string> = {
  OCCUPIED: "border-line bg-surface text-ink",
  AWAY: "border-line bg-info-wash text-info",
  HELD: "border-line bg-warn-wash text-warn",
  REPAIR: "border-line bg-late-wash text-late",
  OUT_OF_USE: "border-line bg-late-wash text-late",
  FREE: "border-line-strong bg-ok-wash text-ok",
};

/** The house from the ground floor up, each room with its beds as they hang; a bed opens beside it. */
export function House({ board, chosen, mayBuild }: { board: Board; chosen: string | undefined; mayBuild: boolean }) {
  const floors = [...new Set(board.rooms.map(({ building, floor }) => `${building} ${floor} 层`))];

  return (
    <div className="grid gap-4">
      <Legend />
      {floors.map((floor) => (
        <section key={floor} aria-label={floor}>
          <h2 className="mb-2 text-head">{floor}</h2>
          <div className="grid grid-cols-1 gap-3 desk:grid-cols-2">
            {board.rooms
              .filter((room) => `${room.building} ${room.floor} 层` === floor)
              .map((room) => (
                <Room key={room.id} room={room} siteId={board.site.id} chosen={chosen} mayBuild={mayBuild} />
              ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function Legend() {
  return (
    <ul aria-label="图例" className="flex flex-wrap gap-2 text-note">
      {Object.entries(bedStateWords).map(([state, word]) => (
        <li key={state} className={`rounded border px-2 ${looks[state as BoardBed["state"]]}`}>
          {word}
        </li>
      ))}
    </ul>
  );
}

function Room({
  room,
  siteId,
  chosen,
  mayBuild,
}: {
  room: BoardRoom;
  siteId: string;
  chosen: string | undefined;
  mayBuild: boolean;
}) {
  const closure = room.closures.find(({ bedId }) => bedId === null);

  return (
    <div className="rounded border border-line bg-surface p-2">
      <h3 className="mb-2 flex flex-wrap items-baseline gap-2">
        <span className="font-semibold">{room.name}室</span>
        <span className="text-note text-ink-2">
          {useWords[room.use]} · {room.area}㎡{room.shift ? ` · ${shiftWords[room.shift]}` : ""}
        </span>
        {mayBuild && (
          <AppLink
            href={`/dormitories/${siteId}/rooms/${room.id}`}
            className="ml-auto text-note text-info underline underline-offset-3"
          >
            改{room.name}室
          </AppLink>
        )}
        {closure && <span className="text-note text-late">{closure.reason}</span>}
      </h3>
      <ul className="grid grid-cols-2 gap-1">
        {room.beds.map((bed) => (
          <li key={bed.id}>
            <AppLink
              href={`/dormitories/${siteId}?bed=${bed.id}#bed`}
              className={`block rounded border px-2 py-1 no-underline ${looks[bed.state]} ${bed.id === chosen ? "border-2 border-signal" : ""}`}
              {...(bed.id === chosen ? { "aria-current": "true" as const } : {})}
            >
              <span className="block text-note">
                {bed.label}床 {tierWords[bed.tier]}
              </span>
              <span className="block">{inBed(bed)}</span>
            </AppLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Who is in it, or what it is, and from when it is free as far as anybody has said. */
function inBed({ state, stay, freeFrom, mustMove }: BoardBed): string {
  if (mustMove) return `${stay?.name ?? ""}，要搬走`;
  const when = freeFrom && state !== "FREE" ? `，${formatDay(freeFrom)}起空` : "";
  if (state === "OCCUPIED") return `${stay?.name ?? ""}${when}`;
  if (state === "AWAY" || state === "HELD") return `${stay?.name ?? ""} ${bedStateWords[state]}${when}`;

  return `${bedStateWords[state]}${when}`;
}
