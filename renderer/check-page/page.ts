import type { SlipKeyFile } from '../../shared/domain/slip-keys.ts';
import { formatDay } from '../../shared/format.ts';

/**
 * The whole page as one file. Its policy names its own script and style by their hashes and allows nothing else, so the browser
 * itself sees to it that nothing is sent anywhere and nothing put into the file later runs.
 */
export async function checkPage(script: string, keyFile: SlipKeyFile, today: string): Promise<string> {
  // No text of a script may end it early.
  const code = script.replaceAll('</', '<\\/');
  const policy = [
    "default-src 'none'",
    `script-src '${await hashOf(code)}'`,
    `style-src '${await hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const keys = JSON.stringify(keyFile).replaceAll('<', '\\u003c');
  const office = text(keyFile.office);
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kiểm tra phiếu hẹn · ${office}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="office">${office}</p>
<h1>Kiểm tra phiếu hẹn</h1>
<p>Quét mã QR trên phiếu bằng máy quét hay máy ảnh, hoặc dán dãy số đọc được từ mã QR. Trang này chạy không cần mạng và không gửi gì đi.</p>
<form id="form">
<label for="code">Nội dung mã QR</label>
<textarea id="code" rows="4" autofocus autocomplete="off" spellcheck="false" inputmode="numeric"></textarea>
<div class="acts"><button type="submit">Kiểm tra</button><button type="button" id="camera" hidden>Quét bằng máy ảnh</button></div>
</form>
<video id="view" hidden playsinline muted></video>
<section id="answer" role="status" hidden></section>
<p class="note">Phiếu thật cho biết cơ quan đã hẹn như vậy khi in phiếu. Giờ hẹn có thể đã đổi sau đó: hỏi cơ quan nếu cần. Khóa trong trang này tính đến ngày ${formatDay(today)}.</p>
</main>
<script type="application/json" id="keys">${keys}</script>
<script>${code}</script>
</body>
</html>
`;
}

function text(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

async function hashOf(content: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

const style = `
:root { color-scheme: light dark; --ink: #1c2430; --quiet: #55606e; --ground: #f4f6f8; --sheet: #fff; --line: #cdd4dc; --accent: #1f5fa8; --ok: #1a7242; --late: #b3261e; --due: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf1; --quiet: #a5b0bd; --ground: #14181d; --sheet: #1d2329; --line: #3a444f; --accent: #8bb8f0; --ok: #6fce98; --late: #ff9d94; --due: #e9b95c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 400 17px/1.5 system-ui, 'Segoe UI', Roboto, sans-serif; }
main { max-width: 640px; margin: 0 auto; padding: 24px 16px 40px; }
h1 { margin: 0 0 8px; font-size: 26px; line-height: 1.25; }
.office { margin: 0; font-weight: 600; color: var(--quiet); }
label { display: block; margin-top: 16px; font-weight: 600; }
textarea { width: 100%; margin-top: 4px; padding: 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet); color: inherit; font: 400 16px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; resize: vertical; }
.acts { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
button { min-height: 44px; padding: 0 18px; border: 1px solid var(--accent); border-radius: 6px; background: var(--accent); color: var(--sheet); font: inherit; font-weight: 600; cursor: pointer; }
button#camera { background: transparent; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
video { width: 100%; margin-top: 12px; border-radius: 6px; background: #000; }
#answer { margin-top: 20px; padding: 14px 18px; border: 1px solid var(--line); border-left: 6px solid var(--tone); border-radius: 6px; background: var(--sheet); }
#answer[data-tone='ok'] { --tone: var(--ok); }
#answer[data-tone='late'] { --tone: var(--late); }
#answer[data-tone='due'] { --tone: var(--due); }
#answer h2 { margin: 0; color: var(--tone); font-size: 24px; }
#answer p { margin: 4px 0 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 12px 0 0; }
dt { color: var(--quiet); }
dd { margin: 0; font-weight: 600; }
.note { margin-top: 20px; font-size: 15px; color: var(--quiet); }
[hidden] { display: none !important; }
`;
