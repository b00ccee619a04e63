import { expect, type Locator, type Page } from '@playwright/test';
import type { Act } from '../../shared/domain/case-flow.ts';
import { actLabels } from '../../shared/labels.ts';

export interface Visitor {
  idNumber: string;
  name: string;
  /** 8 digits, as typed. */
  birth: string;
  phone: string;
  address: string;
  /** What the clerk types to find the procedure. */
  procedure: string;
}

/** What the clerk answers in a dialog; labels as they stand on the screen. */
export interface Answers {
  /** A segment chosen by its group's name. */
  choose?: Readonly<Record<string, string>>;
  /** Papers from the top of the list that are ticked, by number. */
  papers?: number;
  fill?: Readonly<Record<string, string>>;
  /** Slips beside those that go with the act by themselves. */
  tick?: readonly string[];
  /** The key does it without a question. */
  isAtOnce?: boolean;
  /** Paper comes out: its preview opens and is put away. */
  hasSlips: boolean;
}

const actKeys: Partial<Record<Act, string>> = {
  handover: 'F9',
  return: 'F4',
  askSupplement: 'F6',
  undo: 'Control+z',
};

/** A clerk's hand at the counter: it knows the keyboard and the words on the screen, never the mouse. */
export class Hand {
  readonly page: Page;
  /** What the quiet bar named last. */
  private lastCode = 'none yet';

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Types over what stands in the focused field. */
  async replace(text: string): Promise<void> {
    await this.press('Control+a');
    await this.type(text);
  }

  /** Goes on with a key until the focus is there. */
  async reach(target: Locator, key = 'Tab', most = 60): Promise<void> {
    await target.first().waitFor();
    // Looked for once, not at each step: that costs more than the step.
    let element = await target.first().elementHandle();
    for (let step = 0; step <= most; step += 1) {
      const where = await element?.evaluate((one) => {
        if (one === document.activeElement) return 'here';
        return one.isConnected ? 'elsewhere' : 'drawn anew';
      });
      if (where === 'here') return;
      if (where === 'drawn anew') element = await target.first().elementHandle();
      else await this.press(key);
    }
    throw new Error(`${key} never came to ${target}`);
  }

  /** Comes to a button or link and presses it. */
  async push(target: Locator): Promise<void> {
    await this.reach(target);
    await this.press('Enter');
  }

  /** The dialog on top. */
  get dialog(): Locator {
    return this.page.getByRole('dialog').last();
  }

  /** Where fields are looked for: the dialog while there is one. */
  private async place(): Promise<Locator> {
    return (await this.page.getByRole('dialog').count()) > 0 ? this.dialog : this.page.getByRole('main');
  }

  /** Types into a field by its label, in the place of what stood there. */
  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.reach((await this.place()).getByLabel(label));
    await this.replace(text);
  }

  /** Chooses a segment: to the group with Tab, to the segment with an arrow. */
  async choose(group: string, option: string): Promise<void> {
    const segments = (await this.place()).getByRole('radiogroup', { name: group });
    await this.reach(segments.getByRole('radio', { checked: true }));
    await this.reach(segments.getByRole('radio', { name: option, exact: true }), 'ArrowRight', 5);
  }

  async tick(name: string): Promise<void> {
    await this.reach((await this.place()).getByRole('checkbox', { name, exact: true }));
    await this.press('Space');
  }

  /** Opens the intake and fills it for a visitor, up to the procedure. */
  async fillIntake(visitor: Visitor): Promise<void> {
    await this.press('F2');
    await expect(this.page.getByLabel(/^Quét thẻ/)).toBeFocused();
    await this.type(visitor.idNumber);
    await this.press('Enter');
    await expect(this.page.getByLabel('Họ và tên', { exact: true })).toBeFocused();
    for (const text of [visitor.name, visitor.birth, visitor.phone, visitor.address]) {
      await this.replace(text);
      await this.press('Enter');
    }
    await expect(this.page.getByLabel('Tìm thủ tục')).toBeFocused();
    await this.type(visitor.procedure);
    await this.press('Enter');
    await expect(this.page.getByRole('region', { name: 'Hẹn trả kết quả' })).toContainText(/\d/);
    // Births and deaths ask for their day, which decides the fee; the plan of the day does not know it.
    const unknown = this.page.getByRole('checkbox', { name: 'chưa rõ', exact: true });
    if ((await unknown.count()) === 0) return;
    await this.reach(unknown);
    await this.press('Space');
  }

  /** Instead of receiving: what else becomes of the dossier in the intake. */
  async chooseOutcome(name: string): Promise<void> {
    await this.push(this.page.getByRole('button', { name }));
  }

  /** The code of the dossier that was just taken down; the preview of its slips is put away. */
  async takenDown(hasSlips = true): Promise<string> {
    if (hasSlips) await this.putPapersAway();
    const bar = this.page.getByText(/H52\.09\.01-\d{6}-\d{4}/).first();
    await expect(bar).not.toContainText(this.lastCode);
    const [code = ''] = /H52\.09\.01-\d{6}-\d{4}/.exec((await bar.textContent()) ?? '') ?? [];
    await expect(this.page.getByLabel(/^Quét thẻ/)).toBeFocused();
    this.lastCode = code;
    return code;
  }

  /** The preview of what was just made stands there; Esc leaves it for later. */
  async putPapersAway(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: /^Phiếu của/ })).toBeVisible();
    await this.press('Escape');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  /** Opens a case through the one search box. */
  async open(code: string): Promise<void> {
    await this.press('Control+k');
    const short = code.slice(-11);
    await this.type(short);
    await expect(this.page.getByRole('listbox').getByRole('option').first()).toContainText(short);
    await this.press('ArrowDown', 'Enter');
    await expect(this.page.getByRole('main').getByText(code).first()).toBeVisible();
    await expect(this.page.getByRole('listbox')).toHaveCount(0);
  }

  /** Does an act on the open case: by its key, as the page's primary act, or from "Việc khác". */
  async act(act: Act, answers: Answers): Promise<void> {
    const { choose = {}, papers = 0, fill = {}, tick = [], isAtOnce = false, hasSlips } = answers;
    if (isAtOnce) return this.press(actKeys[act] ?? '');
    await this.begin(act);
    for (const [group, option] of Object.entries(choose)) await this.choose(group, option);
    if (papers > 0) await this.tickPapers(papers);
    for (const [label, text] of Object.entries(fill)) await this.fill(label, text);
    for (const name of tick) await this.tick(name);
    await this.press('Control+Enter');
    if (hasSlips) await this.putPapersAway();
    else await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  private async begin(act: Act): Promise<void> {
    const bar = this.page.getByRole('region', { name: 'Việc có thể làm' });
    const label = actLabels[act];
    const key = actKeys[act];
    if (key !== undefined) {
      await this.press(key);
    } else if ((await bar.getByRole('button').first().textContent())?.startsWith(label)) {
      await this.press('Control+Enter');
    } else {
      await this.push(bar.getByRole('button', { name: 'Việc khác' }));
      await this.chooseItem(label);
    }
    await expect(this.dialog.getByRole('heading', { name: label })).toBeVisible();
  }

  private async tickPapers(count: number): Promise<void> {
    const rows = this.dialog.getByRole('list').getByRole('checkbox');
    for (let row = 0; row < count; row += 1) {
      await this.reach(rows.nth(row));
      await this.press('Space');
    }
  }

  /** Down an open menu to an entry that begins with the words. */
  private async chooseItem(words: string): Promise<void> {
    const item = this.page.getByRole('menuitem').filter({ hasText: new RegExp(`^${words}`) });
    await this.reach(item, 'ArrowDown', 25);
    await this.press('Enter');
  }
}
