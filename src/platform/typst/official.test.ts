import decodeQr from "qr/decode.js";
import { expect, test } from "vitest";
import { qrRows } from "./official.ts";

test("a QR code made of these rows can be read", () => {
  const address = "https://gandan.example.vn/tra-cuu/BL-260205-0007-K7QX";
  const rows = qrRows(address);
  const scale = 4;
  const side = rows.length * scale;
  const data = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const light = rows[Math.floor(y / scale)]?.[Math.floor(x / scale)] === "0" ? 255 : 0;
      data.set([light, light, light, 255], (y * side + x) * 4);
    }
  }
  expect(decodeQr({ width: side, height: side, data })).toBe(address);
});
