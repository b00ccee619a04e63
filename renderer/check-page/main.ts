import type { SlipKeyFile } from '../../shared/domain/slip-keys.ts';
import { formatDay, formatHour, weekdayName } from '../../shared/format.ts';
import { slipVerdictTones, slipVerdictWords } from '../../shared/slip-words.ts';
import { hasCamera, readWithCamera } from './camera.ts';
import { checkText } from './verify.ts';

/** The page that checks slips by itself: its keys stand in it, it asks nobody. */

function part<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}`);
  return found;
}

const { keys }: SlipKeyFile = JSON.parse(part('keys', HTMLScriptElement).textContent ?? '');
const field = part('code', HTMLTextAreaElement);
const answer = part('answer', HTMLElement);

async function check(text: string): Promise<void> {
  const { verdict, slip, key } = await checkText(text, keys);
  const { title, sentence } = slipVerdictWords[verdict];
  answer.replaceChildren(element('h2', title), element('p', sentence));
  answer.dataset.tone = slipVerdictTones[verdict];
  answer.dataset.verdict = verdict;
  answer.hidden = false;
  if (slip === null) return;
  const facts = document.createElement('dl');
  const rows = [
    ['Mã trên phiếu', slip.slipCode],
    ['Ngày nhận', formatDay(slip.receivedOn)],
    ['Hẹn trả', slip.dueAt === null ? 'chưa hẹn' : whenWords(slip.dueAt)],
    ['Khóa', key === null ? `${slip.keyNumber}, không khớp` : key.number],
  ];
  for (const [name = '', value = ''] of rows) facts.append(element('dt', name), element('dd', value));
  answer.append(facts);
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function whenWords(at: string): string {
  return `${formatHour(at)}, ${weekdayName(at)}, ${formatDay(at)}`;
}

part('form', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  void check(field.value).then(() => field.select());
});

// A scanner ends with Enter; a line of its own is never wanted here.
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  field.form?.requestSubmit();
});

const camera = part('camera', HTMLButtonElement);
camera.hidden = !hasCamera();
camera.addEventListener('click', async () => {
  const video = part('view', HTMLVideoElement);
  video.hidden = false;
  camera.disabled = true;
  try {
    const text = await readWithCamera(video, AbortSignal.timeout(60_000));
    if (text !== null) {
      field.value = text;
      await check(text);
    }
  } catch {
    answer.replaceChildren(
      element('h2', 'Không dùng được máy ảnh'),
      element('p', 'Cho phép trang này dùng máy ảnh, hoặc dán mã vào ô trên.'),
    );
    answer.dataset.tone = 'due';
    answer.hidden = false;
  } finally {
    video.hidden = true;
    camera.disabled = false;
  }
});
