"use client";

import { useEffect, useRef, useState, type PointerEvent } from "react";
import { buttonLook } from "@/components/ui/button-look";

const width = 600;
const height = 240;

/**
 * A signature with a finger, a pen or a mouse; what the form sends is a PNG in text. It draws on a canvas, so it is one of the
 * few pieces of a page that need scripts: without them it says which way is open instead.
 */
export function SignaturePad({ name, label }: { name: string; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [ready, setReady] = useState(false);
  const [picture, setPicture] = useState("");

  useEffect(() => {
    // After the first paint: the server and a browser without scripts show the other way.
    const timer = setTimeout(() => setReady(true), 0);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (ready) wipe(canvas.current);
  }, [ready]);

  if (!ready) return <p className="text-ink-2">这台设备不能在屏幕上签字：请在纸上签，选「按手印」拍照上传。</p>;

  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons === 0) return;
    const pen = canvas.current?.getContext("2d");
    if (!pen) return;
    const { x, y } = placeOf(event);
    pen.lineTo(x, y);
    pen.stroke();
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const pen = canvas.current?.getContext("2d");
    if (!pen) return;
    const { x, y } = placeOf(event);
    pen.beginPath();
    pen.moveTo(x, y);
  };
  const clear = () => {
    wipe(canvas.current);
    setPicture("");
  };

  return (
    <div className="grid gap-2">
      <span className="font-bold">{label}</span>
      <canvas
        ref={canvas}
        width={width}
        height={height}
        aria-label={label}
        className="block h-auto w-full max-w-prose touch-none rounded border-2 border-line-strong bg-surface"
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={() => setPicture(canvas.current?.toDataURL("image/png") ?? "")}
      />
      <input type="hidden" name={name} value={picture} />
      <span className="flex flex-wrap items-center gap-3">
        <button type="button" className={buttonLook({ tone: "outline", size: "small" })} onClick={clear}>
          重签
        </button>
        <span role="status" className="text-note text-ink-2">
          {picture ? "已签好，可以提交" : "请领取人在框里签字"}
        </span>
      </span>
    </div>
  );
}

function placeOf(event: PointerEvent<HTMLCanvasElement>): { x: number; y: number } {
  const box = event.currentTarget.getBoundingClientRect();

  return {
    x: ((event.clientX - box.left) / box.width) * width,
    y: ((event.clientY - box.top) / box.height) * height,
  };
}

/** White, because the paper it is printed on is. */
function wipe(canvas: HTMLCanvasElement | null): void {
  const pen = canvas?.getContext("2d");
  if (!pen) return;
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, width, height);
  pen.strokeStyle = "#111111";
  pen.lineWidth = 5;
  pen.lineCap = "round";
  pen.lineJoin = "round";
}
